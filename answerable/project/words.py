"""Keeps each room's catalogue, Chinese or another language's, in step with its English source strings.

`python -m answerable.project.words [ROOM ...]` extracts the strings of Python files and templates and merges
them into `<room>/locale/zh_Hans/LC_MESSAGES/django.po`; `--compile` writes the `.mo` files that Django reads;
`--check` says what has no translation yet; `--language fr` does the same for another language. On Babel, so that no
system gettext is needed.
"""

import argparse
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent
#: The language beside English that is always whole.
CHINESE = "zh_Hans"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def rooms() -> list[Path]:
    """Every folder that is a Django app, and so may keep a catalogue."""
    return sorted(path.parent for path in PACKAGE.rglob("apps.py"))


def strings_of(room: Path, language: str = CHINESE) -> Catalog:
    """Collect the strings of one room's Python files and templates."""
    catalog = Catalog(locale=language, fuzzy=False)
    inner = [other for other in rooms() if other != room and room in other.parents]
    for path in sorted(room.rglob("*")):
        if path.suffix not in (".py", ".html", ".txt") or any(other in path.parents for other in inner):
            continue
        if "static" in path.parts or "migrations" in path.parts:
            continue
        for message, comments, context in _extracted(path):
            catalog.add(
                message,
                locations=[(str(path.relative_to(PACKAGE)), 1)],
                user_comments=comments,
                context=context,
            )
    return catalog


def _extracted(path: Path) -> Iterator[tuple[str | tuple[str, ...], list[str], str | None]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        text = templatize(text, origin=str(path))
    source = BytesIO(text.encode())
    for _line, message, comments, context in extract(
        "python", source, KEYWORDS, options={"encoding": "utf-8"}
    ):
        if message:
            yield message, list(comments), context


def catalogue(room: Path, language: str = CHINESE) -> Path:
    """Say where a room keeps its words of a language."""
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def merged(room: Path, language: str = CHINESE) -> Catalog:
    """Read a room's catalogue and bring it in step with its strings; words no longer used are dropped."""
    fresh = strings_of(room, language)
    path = catalogue(room, language)
    if not path.exists():
        return fresh
    with path.open("rb") as file:
        kept = read_po(file, locale=language)
    kept.update(fresh, no_fuzzy_matching=True)
    kept.obsolete.clear()
    return kept


def missing(room: Path, language: str = CHINESE) -> list[str]:
    """List the strings of a room that have no words in a language."""
    found = []
    for message in merged(room, language):
        words = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        if message.id and not all(words):
            found.append(str(message.id))
    return found


def write(room: Path, language: str = CHINESE) -> None:
    """Write a room's merged catalogue."""
    catalog = merged(room, language)
    if not len(catalog):
        return
    path = catalogue(room, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = BytesIO()
    write_po(buffer, catalog, width=110, no_location=True, sort_output=True, omit_header=False)
    text = buffer.getvalue().decode()
    kept = [
        line for line in text.splitlines(keepends=True) if "-Date:" not in line and "Generated-By" not in line
    ]
    path.write_text("".join(kept), encoding="utf-8")


def compile_all() -> None:
    """Write the `.mo` file beside every catalogue."""
    for path in PACKAGE.rglob("django.po"):
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.parts[-3])
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="answerable.project.words", description=__doc__)
    parser.add_argument("rooms", nargs="*", help="folders below answerable/, all by default")
    parser.add_argument("--language", default=CHINESE, help="as its folder is called: zh_Hans, fr, pt_BR")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    there = rooms()
    chosen = [PACKAGE / room.removeprefix("answerable/").rstrip("/") for room in options.rooms] or there
    if unknown := [room for room in chosen if room not in there]:
        parser.error(f"no room with words: {unknown[0].relative_to(PACKAGE)}; write it as listening/stories")
    if options.check:
        lacking = [
            f"{room.relative_to(PACKAGE)}: {words}"
            for room in chosen
            for words in missing(room, options.language)
        ]
        sys.stdout.write("".join(f"{line}\n" for line in lacking))
        return 1 if lacking else 0
    if not options.compile:
        for room in chosen:
            write(room, options.language)
    compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
