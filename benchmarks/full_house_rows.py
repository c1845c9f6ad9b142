"""What fills the house, room by room; imported when the settings are read."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from answerable.governance.duties.models import Occurrence
from answerable.kernel.trail.models import Entry
from answerable.listening.signals.models import Signal
from answerable.listening.sources.models import Item, Poll, Publication, Source
from answerable.listening.sources.queries.items import ITEM_TEXT
from answerable.listening.stories.models import Placement, Story
from answerable.office.clocks.models import Clock
from answerable.office.notices.models import Notice
from answerable.office.people.models import Unit
from answerable.response.answers.models import TEXTS, Answer, AnswerTopic, Version
from answerable.response.cases.models import Assessment, Case, CaseStory, Fact, Opinion, Task
from answerable.response.letters.models import Letter, Step
from answerable.response.letters.queries.listing import INDEX as LETTER_TEXT
from benchmarks.full_house import (
    ANSWERS,
    CASES,
    CLOCKS,
    ENTRIES,
    KEPT,
    LETTERS,
    NOTICES,
    POLLS,
    SIGNALS,
    SOURCES,
    UNITS,
)
from benchmarks.full_house_copies import AT_ONCE, Change, Values, copied, earlier, multiply, stored, strides

COUNTED: tuple[type[Model], ...] = (
    Item, Story, Source, Unit, Answer, Case, Letter, Signal, Notice, Clock, Occurrence, Poll, Entry,
)  # fmt: skip


def hurry() -> None:
    """Nothing is lost if the machine stops: the folder is filled anew."""
    with connection.cursor() as cursor:
        for word in ("synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY"):
            cursor.execute(f"PRAGMA {word}")


def settle() -> None:
    """Let the database know what it holds, as the worker's nightly round does."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA optimize=0x10002")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def counts() -> dict[str, int]:
    """How many rows the big tables hold."""
    return {model._meta.verbose_name_plural.title(): model._default_manager.count() for model in COUNTED}


def parts(items: int, share: float) -> Iterator[tuple[str, Callable[[], object]]]:
    """The parts in order: what is referred to comes first."""
    yield "units", lambda: _units(UNITS)
    yield (
        "sources",
        lambda: multiply((Publication, Source), _copies(Source, SOURCES * share), {Source: _source}),
    )
    yield "items and stories", lambda: _items(items)
    yield "text index", lambda: _index(ITEM_TEXT, Item.objects.values_list("pk", "title", "text"))
    yield "polls", lambda: _spread(Poll, POLLS * share)
    yield "signals", lambda: _spread(Signal, SIGNALS * share, _signal)
    yield "cases", lambda: _cases(CASES * share)
    yield "answers", lambda: _answers(ANSWERS * share)
    yield "letters", lambda: _letters(LETTERS * share)
    yield "clocks", lambda: _spread(Clock, CLOCKS * share, _clock)
    yield "notices", lambda: _spread(Notice, NOTICES * share, _notice)
    yield "duties", _duties
    yield "trail", lambda: _spread(Entry, ENTRIES * share)


def _copies(model: type[Model], wanted: float) -> int:
    """How many copies of what is there make the number wanted."""
    here: int = model._default_manager.count()
    return max(round(wanted / here) - 1, 1) if here else 0


def _spread(model: type[Model], wanted: float, change: Change | None = None) -> int:
    """Copies of a table that stands alone, each a while earlier than the one before."""
    copies = _copies(model, wanted)

    def touch(row: Values, number: int) -> None:
        earlier(row, KEPT / copies * number)
        if change:
            change(row, number)

    return multiply((model,), copies, {model: touch})


def _units(wanted: int) -> None:
    top = Unit.objects.filter(depth=1).order_by("pk").first()
    assert top is not None
    for number in range(wanted - Unit.objects.count()):
        parent = Unit.objects.get(pk=top.pk)
        Unit.objects.add_child(parent, instance=Unit(code=f"full-{number}", name=f"Office of ward {number}"))


def _source(row: Values, number: int) -> None:
    row["name"] = f"{row['name']} {number}"
    row["address"] = f"{row['address']}?edition={number}"


def _items(wanted: int) -> int:
    """Items, their stories and their places; each copy is printed by the next copy of its newspapers."""
    group = (Story, Item, Placement)
    copies, stride = _copies(Item, wanted), strides(group)
    sources = list(Source.objects.order_by("pk").values_list("pk", "publication_id"))

    def rows(model: type[Model], touch: Change) -> Iterator[Model]:
        there = list(model._default_manager.order_by("pk").values())
        for number in range(1, copies + 1):
            for row in there:
                new = copied(model, row, number, stride)
                earlier(new, KEPT / copies * number)
                touch(new, number)
                yield model(**new)

    def story(row: Values, number: int) -> None:
        row["headline_id"] = None

    def item(row: Values, number: int) -> None:
        row["key"] = f"{row['key']}#{number}"
        row["source_id"] = sources[(row["source_id"] * 31 + number * 17) % len(sources)][0]

    def placement(row: Values, number: int) -> None:
        row["publication_id"] = sources[(row["item_id"] * 31) % len(sources)][1]

    heads = list(Story.objects.exclude(headline=None).values_list("pk", "headline"))
    made = stored(Story, rows(Story, story)) + stored(Item, rows(Item, item))
    made += stored(Placement, rows(Placement, placement))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE stories_story SET headline_id = %s WHERE id = %s",
            [
                (head + stride[Item] * number, pk + stride[Story] * number)
                for number in range(1, copies + 1)
                for pk, head in heads
            ],
        )
    return made


def _index(index: Any, texts: Any) -> None:
    portion: list[tuple[int, str]] = []
    for pk, *words in texts.iterator(chunk_size=AT_ONCE):
        portion.append((pk, "\n".join(words)))
        if len(portion) == AT_ONCE:
            with transaction.atomic():
                index.put(portion)
            portion = []
    with transaction.atomic():
        index.put(portion)


def _signal(row: Values, number: int) -> None:
    row["series"] = f"{row['series']}:{number}"
    row["over_at"] = row["over_at"] or row["raised_at"] + timedelta(days=1)


def _cases(wanted: float) -> int:
    copies = _copies(Case, wanted)

    def touch(row: Values, number: int) -> None:
        earlier(row, KEPT / copies * number)

    group = (Case, CaseStory, Assessment, Opinion, Fact, Task)
    return multiply(group, copies, {Case: touch})


def _answers(wanted: float) -> None:
    copies = _copies(Answer, wanted)

    def touch(row: Values, number: int) -> None:
        earlier(row, KEPT / copies * number)

    multiply((Answer, Version, AnswerTopic), copies, {Answer: touch, Version: touch})
    _index(
        TEXTS, Version.objects.filter(state="published").values_list("answer_id", "title", "question", "body")
    )


def _letters(wanted: float) -> None:
    copies = _copies(Letter, wanted)

    def touch(row: Values, number: int) -> None:
        earlier(row, KEPT / copies * number)
        row["reference"] = f"{row['reference']}-{number}"

    multiply((Letter, Step), copies, {Letter: touch})
    _index(LETTER_TEXT, Letter.objects.values_list("pk", "title", "text"))


def _clock(row: Values, number: int) -> None:
    kind, _, thing = row["subject"].partition(":")
    row["subject"] = f"{kind}:{thing}0{number:05}"


def _notice(row: Values, number: int) -> None:
    row["key"] = f"{row['key'][:150]}#{number}"


def _duties() -> None:
    """Every unit owes what the town's own units owe: the rows of one unit, for each of the others."""
    units = list(Unit.objects.order_by("pk").values_list("pk", flat=True))
    by_unit = Occurrence.objects.order_by("unit_id").values_list("unit_id", flat=True)
    most = max(set(by_unit), key=list(by_unit).count)
    there = list(Occurrence.objects.filter(unit_id=most).values())
    has = set(Occurrence.objects.values_list("unit_id", flat=True))

    def rows() -> Iterator[Model]:
        for unit in units:
            if unit not in has:
                for row in there:
                    yield Occurrence(**{**row, "id": None, "unit_id": unit})

    stored(Occurrence, rows())
