"""`answerable read FILE|URL`: reads one feed or page as a source would and prints one JSON object.

Either `items` or `refused` with its reason; both end with exit status 0. Needs no database and no settings.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from answerable.egress.errors import EgressError
from answerable.egress.exchange import Answer as Fetched
from answerable.egress.exchange import FetchRequest, Limits
from answerable.egress.fetching import fetch
from answerable.egress.gate import HostGate
from answerable.egress.policy import EgressPolicy
from answerable.egress.robots import check_robots
from answerable.kernel.clock import now
from answerable.listening.sources.kinds import KINDS, Document, Outcome, Reading, Refused
from answerable.listening.sources.kinds.conditional import FEED_TYPES
from answerable.listening.sources.kinds.personal_pages import personal_page
from answerable.listening.sources.kinds.sniffing import kind_of
from answerable.listening.sources.reading.pool import read_document

LARGEST = Limits().body_bytes


class _NotTaken(Exception):
    """Ends the reading before the child is asked."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the verb to the command line."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "read",
        help="read one feed or page and print its items as JSON",
        description="Reads one feed or page as a source would, through the same limits, and prints one JSON object: "
        "its items, or why it was refused.",
    )
    add_arguments(parser)
    return parser


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the verb takes."""
    parser.add_argument("what", metavar="FILE|URL", help="a file on this machine, or an http(s) address")
    parser.add_argument(
        "--kind", choices=[*KINDS, "article"], help="read it as this kind; by default its beginning decides"
    )
    parser.add_argument(
        "--allow-loopback",
        action="store_true",
        help="let the address be on this machine (tests and the demo)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read and print; 0 for items and for a refusal."""
    told = _read(args, at=now())
    sys.stdout.buffer.write(json.dumps(told, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()
    return 0


def _read(args: argparse.Namespace, *, at: datetime) -> Mapping[str, Any]:
    is_address = args.what.lower().startswith(("http://", "https://"))
    try:
        document = _fetched(args) if is_address else _opened(args.what)
    except _NotTaken as stopped:
        return {"refused": stopped.sentence, "code": stopped.code}
    except EgressError as error:
        return {"refused": error.words % error.details, "code": error.code}
    kind = args.kind or kind_of(document.body, document.final_url)
    return _told(kind, read_document(kind, document, {"address": document.final_url}, {}, at=at))


def _opened(name: str) -> Document:
    path = Path(name)
    try:
        if path.stat().st_size > LARGEST:
            raise _NotTaken("too_large", Refused("too_large", {"most": LARGEST}).sentence)
        body = path.read_bytes()
    except (OSError, ValueError):
        raise _NotTaken("no_file", Refused("no_file").sentence) from None
    return Document(body, path.name)


def _fetched(args: argparse.Namespace) -> Fetched:
    site = personal_page(args.what)
    if site is not None:
        raise _NotTaken("personal_page", Refused("personal_page", {"site": site}).sentence)
    policy = EgressPolicy()
    if args.allow_loopback:
        policy = EgressPolicy(allow_loopback=True, any_port=True, gate=HostGate(gap_s=0))
    answer = fetch(FetchRequest(args.what, headers={"Accept": FEED_TYPES}), policy)
    if kind_of(answer.body, answer.final_url) == "article":
        check_robots(answer.final_url, policy)
    return answer


def _told(kind: str, reading: Reading) -> Mapping[str, Any]:
    if reading.outcome is not Outcome.READ:
        why = reading.refused[0] if reading.refused else Refused("gone")
        return {"refused": why.sentence, "code": why.code, "kind": kind}
    items = [asdict(item) for item in reading.items]
    for item in items:
        item["published_at"] = item["published_at"].isoformat() if item["published_at"] else None
    parts = [{"part": part.part, "reason": part.sentence, "code": part.code} for part in reading.refused]
    return {
        "items": items,
        "kind": kind,
        "title": reading.title,
        "notes": list(reading.notes),
        "left_out": parts,
    }


def main() -> int:
    """Run the verb by itself."""
    parser = argparse.ArgumentParser(prog="answerable read", description=__doc__)
    add_arguments(parser)
    return run(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
