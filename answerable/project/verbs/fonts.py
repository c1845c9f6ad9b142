"""Check the fonts that papers are printed with: which faces are at hand, and whether every sign of a text is."""

import argparse
import os
import sys
from pathlib import Path

from answerable.reports.layouts.at_hand import AtHand, FaceAtHand, at_hand
from answerable.reports.rules.fonts import Fonts


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    verbs = parser.add_subparsers(dest="act", required=True, metavar="VERB")
    check = verbs.add_parser("check", help="look at the fonts, and at the signs of a text")
    check.add_argument("--folder", action="append", default=[], help="look here too (may be given again)")
    check.add_argument(
        "--text", help="a file in UTF-8 whose every sign must be printable, - for what is typed"
    )


def run(options: argparse.Namespace) -> int:
    """Print one line a face; 1 when a face has nothing to set it or a sign of the text is lacking."""
    own = Path(os.environ.get("ANSWERABLE_DATA", "data")).absolute() / "fonts"
    folders = [*options.folder, *([str(own)] if own.is_dir() else [])]
    try:
        text = _text(options.text)
    except (OSError, UnicodeDecodeError) as trouble:
        sys.stderr.write(f"The text cannot be read: {trouble}\n")
        return 1
    found = at_hand(Fonts(tuple(folders)), text)
    for face in found.faces:
        sys.stdout.write(_line(face) + "\n")
    _tell_signs(found, text)
    if not all(face.own for face in found.faces):
        sys.stdout.write(
            f"\nDOCX files name the standard's faces whatever lies here. For PDF put the body's own fonts into {own}\n"
            "(.ttf, .otf, .ttc), or install free ones: fonts-noto-cjk, fonts-lxgw-wenkai, fonts-liberation on Debian.\n"
        )
    return 0 if found.good else 1


def _text(name: str | None) -> str:
    if name is None:
        return ""
    return sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")


def _line(face: FaceAtHand) -> str:
    if not face.family:
        return f"MISSING   {face.named}: nothing sets it"
    state = "at hand  " if face.own else "stand-in "
    lacks = f"; lacks {''.join(face.lacking)}, taken from another face" if face.lacking else ""
    return f"{state} {face.named}: {face.family} ({face.path or 'brought by the typesetter'}){lacks}"


def _tell_signs(found: AtHand, text: str) -> None:
    if found.rare_lacking:
        sys.stdout.write(f"\nNo font at hand has these signs of names: {''.join(found.rare_lacking)}\n")
    if not text:
        return
    if found.text_lacking:
        signs = ", ".join(f"{sign} U+{ord(sign):04X}" for sign in found.text_lacking)
        sys.stdout.write(f"\nNo font at hand has these signs of the text: {signs}\n")
    else:
        sys.stdout.write("\nEvery sign of the text can be printed.\n")
