"""One database's whole chain, in a process of its own: claim, read in the limited child, store, fold, group, write.

Only the network is left out. Every feed brings thirty items that were never seen, half of them Chinese: the dearest
case, for most polls bring next to nothing new. Importing this needs Django set up: `end_to_end` starts it.
"""

import io
import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any

import feedparser
import psutil
from django.core.management import call_command
from django.db import connection, transaction

from answerable.listening.sources import actions
from answerable.listening.sources.kinds import Document
from answerable.listening.sources.models import Publication, Source
from answerable.listening.sources.reading.pool import read_document
from answerable.listening.sources.rules.outcomes import Harvest
from answerable.listening.stories.jobs import group_now
from answerable.listening.stories.models import Placement
from answerable.office.people.models import Unit
from benchmarks.streams import items_of
from storystream.items import Item

SOURCES, A_FEED = 10, 30
#: Sources are polled every quarter of an hour, the shortest interval.
A_ROUND = timedelta(minutes=15)
BEGIN = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
#: Rounds before the clock runs: compiling, first connections, children.
WARM = 2
Row = dict[str, Any]


def feeds(shared: Path, rounds: int) -> list[list[bytes]]:
    """The documents of every round: Chinese and English sources by turns, each item new."""
    needed = rounds * SOURCES * A_FEED // 2 + A_FEED
    streams = [iter(items_of(shared, name, needed)) for name in ("zh-stream", "en-stream")]
    return [
        [document(streams[number % 2], number, BEGIN + A_ROUND * place) for number in range(SOURCES)]
        for place in range(rounds)
    ]


def document(items: Iterator[Item], number: int, at: datetime) -> bytes:
    """One feed: titles and leads of the corpus, published in the minutes before it is read."""
    entries = [
        f"<item><title>{escape(item.title)}</title><guid>{item.id}</guid>"
        f"<link>https://paper{number}.example/{place}-{at:%d%H%M}</link>"
        f"<pubDate>{format_datetime(at - timedelta(seconds=20 * place))}</pubDate>"
        f"<description><![CDATA[<p>{escape(item.text[:600])}</p>]]></description></item>"
        for place, item in enumerate(islice(items, A_FEED))
    ]
    return f'<rss version="2.0"><channel><title>Paper {number}</title>{"".join(entries)}</channel></rss>'.encode()


def make_sources() -> dict[int, int]:
    """Ten feeds of ten papers; gives the number of each by its key."""
    office = Unit.objects.add_root(instance=Unit(name="Office", code="office"))
    numbers = {}
    for number in range(SOURCES):
        paper = Publication.objects.create(name=f"Paper {number}")
        row = Source.objects.create(
            name=paper.name,
            kind="feed",
            address=f"https://paper{number}.example/feed",
            host=f"paper{number}.example",
            publication=paper,
            owner_unit=office,
            created_at=BEGIN - timedelta(days=30),
            state_since=BEGIN - timedelta(days=30),
            next_poll_at=BEGIN,
        )
        numbers[row.pk] = number
    return numbers


def one_round(numbers: dict[int, int], documents: list[bytes], at: datetime) -> int:
    """What the two jobs of a worker do: poll every source once, place what came. Gives how many items were stored."""
    Source.objects.update(next_poll_at=at)
    stored = 0
    for claim in actions.claim_due(SOURCES, lease="bench", at=at):
        answer = Document(documents[numbers[claim.source]])
        reading = read_document(claim.kind, answer, claim.settings, claim.memory, at=at)
        harvest = Harvest(reading=reading, status=200)
        ended = actions.end_poll(claim, harvest, began_at=at, spread=0.0, at=at)
        stored += len(ended.new) if ended else 0
    group_now(at=at)
    return stored


def bare(rounds: list[list[bytes]]) -> int:
    """The control: the usual parser and one plain table, no limits, no masking, no index, no stories."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare (title text, body text, link text, published text)")
    stored = 0
    for documents in rounds:
        for body in documents:
            rows = [
                (entry.title, entry.get("summary", ""), entry.link, entry.published)
                for entry in feedparser.parse(io.BytesIO(body)).entries
            ]
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.executemany("INSERT INTO bare VALUES (%s, %s, %s, %s)", rows)
            stored += len(rows)
    return stored


def spent() -> float:
    """CPU seconds of this process and of its living children: the limited child that reads."""
    own = psutil.Process()
    times = [process.cpu_times() for process in (own, *own.children(recursive=True))]
    return float(sum(one.user + one.system for one in times))


def measure(shared: Path, count: int) -> list[Row]:
    """Items a second of the wall clock and of processor time, ours and the control's, in one run."""
    rounds = feeds(shared, WARM + count)
    times = [BEGIN + A_ROUND * place for place in range(len(rounds))]
    numbers = make_sources()
    for documents, at in zip(rounds[:WARM], times, strict=False):
        one_round(numbers, documents, at)
    began, before = time.monotonic(), spent()
    stored = sum(one_round(numbers, *turn) for turn in zip(rounds[WARM:], times[WARM:], strict=True))
    wall, processor = time.monotonic() - began, spent() - before
    lost = stored - Placement.objects.filter(arrived_at__gte=times[WARM]).count()
    began, before = time.monotonic(), spent()
    plain = bare(rounds[WARM:])
    plain_wall, plain_processor = time.monotonic() - began, spent() - before
    ours, control = "answerable, feed bytes to stored story", "feedparser and a plain insert"
    return [
        line("items a second", stored / wall, "items/s", ours),
        line("items a second of processor time", stored / processor, "items/CPU-s", ours),
        line("items stored and in no story", lost, "items", ours),
        line("items a second", plain / plain_wall, "items/s", control),
        line("items a second of processor time", plain / plain_processor, "items/CPU-s", control),
        line("the control's rate over ours", plain / plain_processor * processor / stored, "x", ""),
    ]


def line(what: str, value: float, unit: str, peer: str) -> Row:
    """One line of the table."""
    return {"what": what, "value": round(value, 2), "unit": unit, "peer": peer}


def main() -> None:
    """Write the rows as JSON: arguments are the folder of the corpora and the number of rounds."""
    call_command("migrate", verbosity=0)
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))) + "\n")
