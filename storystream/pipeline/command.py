"""`storystream group`: items as JSON lines in, where each went as JSON lines out, in the same order."""

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final, TextIO

from storystream.grouping.bars import FALSE_MERGE_RATE
from storystream.grouping.encoding import UniversalSentenceEncoder
from storystream.items import Item, Outcome
from storystream.pipeline.settings import Settings
from storystream.pipeline.stream import Stream

#: Lines brought into the order of their times together: a file may lie in any order, a pipe may never end.
TOGETHER: Final = 20_000
ENCODERS: Final = {"use": UniversalSentenceEncoder}
FIELDS: Final = ("id", "title", "text", "source", "language")

EPILOG: Final = """
Each line in holds id, title, text and, if known, published_at (ISO 8601), source and language. Each line out holds
id, story (a number), fold (the id of the item that it repeats, or null) and why. A line that is no such object is
named on standard error, all others are grouped, and the exit code is 2.
"""


class BadLine(ValueError):
    """A line that holds no item; the message says what is wrong with it."""


def add_parser(commands: Any) -> None:
    """Add the sub-command and its options."""
    parser = commands.add_parser(
        "group", help="group items into stories", description="Group items into stories.", epilog=EPILOG
    )
    parser.add_argument(
        "--window", type=float, metavar="DAYS", help="how long an item can be joined (default 3)"
    )
    parser.add_argument(
        "--false-merge-rate",
        type=float,
        metavar="SHARE",
        help=f"of items that belong to no story, the share put into one all the same (default {FALSE_MERGE_RATE})",
    )
    parser.add_argument(
        "--encoder", choices=sorted(ENCODERS), help="mix in a sentence encoder (extra `encoder`)"
    )
    parser.add_argument(
        "--shards", type=int, metavar="N", help="parts of the index; the stories are the same"
    )
    parser.add_argument(
        "--explain",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="name the terms that a joined item shares with its neighbour (default), or leave them out, faster",
    )
    parser.add_argument("--load", type=Path, metavar="FILE", help="go on from a saved state")
    parser.add_argument("--save", type=Path, metavar="FILE", help="save the state at the end")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, lines: TextIO, answers: TextIO, complaints: TextIO) -> int:
    """Group every line; 0, or 2 when some lines held no item or the options make no sense."""
    try:
        stream = begin(chosen)
    except (ValueError, OSError, ModuleNotFoundError) as problem:
        print(f"storystream group: {problem}", file=complaints)
        return 2
    good = bad = 0
    numbered = enumerate(lines, 1)
    while chunk := list(islice(numbered, TOGETHER)):
        read, refused = read_lines(chunk)
        for number, reason in refused:
            print(f"line {number}: {reason}", file=complaints)
        told = zip(read, group(stream, read), strict=True)
        answers.writelines(as_line(line, outcome) for line, outcome in told)
        good, bad = good + len(read), bad + sum(not reason.endswith(UNDATED) for _, reason in refused)
    if chosen.save:
        chosen.save.write_bytes(stream.save())
    if bad:
        print(f"{bad} of {good + bad} lines held no item; the other {good} were grouped.", file=complaints)
    return 2 if bad else 0


UNDATED: Final = "The item is grouped as one without a time."


def begin(chosen: argparse.Namespace) -> Stream:
    """A new stream as asked, or a saved one."""
    encoder = ENCODERS[chosen.encoder]() if chosen.encoder else None
    if chosen.load:
        if chosen.window or chosen.false_merge_rate or chosen.shards:
            raise ValueError("a saved state keeps its own window, rate and shards: leave these options out")
        return Stream.load(chosen.load.read_bytes(), encoder)
    asked: dict[str, Any] = {"explain": chosen.explain}
    if chosen.window is not None:
        asked["window"] = timedelta(days=chosen.window)
    if chosen.false_merge_rate is not None:
        asked["false_merge_rate"] = chosen.false_merge_rate
    if chosen.shards is not None:
        asked["shards"] = chosen.shards
    return Stream(Settings(**asked), encoder)


class Line:
    """One readable line: the item, its id as it was given, and whether its text needs escapes in UTF-8."""

    __slots__ = ("given", "item", "odd")

    def __init__(self, item: Item, given: str | int) -> None:
        self.item = item
        self.given = given
        self.odd = any(
            "\ud800" <= sign <= "\udfff" for part in (item.id, item.title, item.text) for sign in part
        )


def read_lines(chunk: Iterable[tuple[int, str]]) -> tuple[list[Line], list[tuple[int, str]]]:
    """The items of numbered lines, and for each line without one (or with a wrong date) the reason."""
    read, refused = [], []
    for number, line in chunk:
        if not line.strip("\ufeff \t\r\n"):
            continue
        try:
            fields = fields_of(line)
            texts = [str(fields.get(name) or "") for name in FIELDS[1:]]
        except BadLine as reason:
            refused.append((number, str(reason)))
            continue
        given = fields.get("published_at")
        at = moment(given)
        if given and at is None:
            refused.append((number, f"published_at is no ISO 8601 time: {str(given)[:40]!r}. {UNDATED}"))
        title, text, source, language = texts
        read.append(Line(Item(str(fields["id"]), title, text, at, source, language), fields["id"]))
    return read, refused


def fields_of(line: str) -> dict[str, Any]:
    """The object on a line, its fields checked."""
    try:
        fields = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError) as problem:
        raise BadLine(f"not JSON ({problem}).") from problem
    if not isinstance(fields, dict):
        raise BadLine("not a JSON object.")
    if not isinstance(fields.get("id"), str | int) or isinstance(fields["id"], bool):
        raise BadLine("no id (a text or a whole number).")
    for name in FIELDS[1:]:
        if not isinstance(fields.get(name, ""), str | None):
            raise BadLine(f"{name} is not a text.")
    return fields


def moment(given: object) -> datetime | None:
    """The time that an ISO 8601 text names, in UTC when it names no zone; None for anything else."""
    try:
        at = datetime.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if at and at.tzinfo is None else at


def group(stream: Stream, lines: list[Line]) -> Iterator[Outcome]:
    """The outcomes of lines in their own order, though they are placed in the order of their times."""
    order = in_time(lines)
    placed = stream.absorb_many(lines[place].item for place in order)
    outcomes = dict(zip(order, placed, strict=True))
    return (outcomes[place] for place in range(len(lines)))


def in_time(lines: list[Line]) -> list[int]:
    """The places of lines by time; an undated item keeps its place behind the one before it."""
    dated = [line.item.published_at for line in lines if line.item.published_at]
    latest = dated[0] if dated else datetime(1970, 1, 1, tzinfo=UTC)
    times = []
    for line in lines:
        latest = line.item.published_at or latest
        times.append(latest)
        if dated and line.item.published_at is None:
            line.item = replace(line.item, published_at=latest)
    return sorted(range(len(lines)), key=times.__getitem__)


def as_line(line: Line, outcome: Outcome) -> str:
    """One line out."""
    return json.dumps(answer(line.given, outcome), ensure_ascii=line.odd) + "\n"


def answer(given: str | int, outcome: Outcome) -> dict[str, Any]:
    """What one line out holds."""
    why = outcome.why
    told: dict[str, Any] = {
        "kind": why.kind,
        "score": round(why.score, 4),
        "threshold": round(why.threshold, 4),
        "neighbour": why.neighbour,
    }
    if why.shared:
        told["shared"] = [{"term": term.term, "weight": round(term.weight, 4)} for term in why.shared]
    return {"id": given, "story": outcome.story, "fold": outcome.fold, "why": told}
