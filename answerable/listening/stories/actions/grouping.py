"""Placing what arrived: the stream answers, then one transaction writes all of it down.

Order of things in one round: what persons decided, then what arrived, then the hourly pass. A worker killed anywhere
leaves either all of a step or nothing of it.
"""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from answerable.kernel import events
from answerable.listening.sources import actions as sources_actions
from answerable.listening.sources import queries as sources
from answerable.listening.sources.queries import ArrivedItem
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.recounting import recount
from answerable.listening.stories.events import ItemsPlaced
from answerable.listening.stories.models import Placement, Regrouping, Story
from answerable.listening.stories.rules.hours import counting_hour, item_time
from answerable.listening.stories.rules.steps import Step, of_items
from storystream.items import Item, Outcome

#: Arrivals placed in one transaction: about half a second of work.
AT_ONCE = 500
#: Rows in one INSERT: SQLite binds at most 32,766 values in a statement (its documentation), a placement has 16.
ROWS = 1_000


@dataclass(frozen=True, slots=True)
class Placed:
    """What one batch came to: items placed, texts revised, how many arrivals were settled."""

    items: int
    revised: int
    settled: int
    newest: datetime | None


def place_arrivals(*, lease: str, limit: int = AT_ONCE, at: datetime) -> Placed:
    """Place the oldest arrivals. Call it with the lease, after `tell_decisions`, until nothing is settled.

    Raises Moved when the lease was lost and PersonsFirst when a person was quicker; both leave nothing behind.
    """
    waiting = sources.arrivals(limit)
    if not waiting:
        return Placed(0, 0, 0, None)
    known = set(Placement.objects.filter(pk__in={row.item for row in waiting}).values_list("pk", flat=True))
    fresh = list({row.item: row for row in waiting if row.item not in known}.values())
    edited = list({row.item: row for row in waiting if row.item in known}.values())
    kept = keeping.stream_now()
    told = [of_items("absorb", map(_item, fresh))] if fresh else []
    told += [of_items("revise", map(_item, edited))] if edited else []
    for step in told:
        answer = keeping.give_step(kept, step)
        with transaction.atomic():
            keeping.write_step(kept, step, lease=lease, at=at)
            keeping.refuse_untold()
            rows = fresh if step.kind == "absorb" else edited
            if step.kind == "absorb":
                _place(rows, answer.outcomes, seq=kept.seq, at=at)
            else:
                _note_versions(rows)
            items = {row.item for row in rows}
            settled = [row.id for row in waiting if row.item in items]
            sources_actions.settle(settled)
        keeping.remember(kept)
    return Placed(len(fresh), len(edited), len(waiting), max((_time(row) for row in fresh), default=None))


def _time(row: ArrivedItem) -> datetime:
    return item_time(row.published_at, row.first_seen_at)


def _item(row: ArrivedItem) -> Item:
    """What the stream reads of an arrival."""
    return Item(str(row.item), row.title, row.text, _time(row), row.publication_name, row.language)


def _place(rows: Sequence[ArrivedItem], outcomes: Sequence[Outcome], *, seq: int, at: datetime) -> None:
    """Write placements, open the stories that are new, and count again those that got something."""
    by_number, opened = _stories({outcome.story for outcome in outcomes}, rows, outcomes, at=at)
    Placement.objects.bulk_create(
        [
            _placement(row, outcome, by_number[outcome.story], seq=seq)
            for row, outcome in zip(rows, outcomes, strict=True)
        ],
        batch_size=ROWS,
    )
    touched = set(by_number.values())
    recount(touched, at=at)
    events.publish(ItemsPlaced(tuple(sorted(touched)), tuple(sorted(opened)), len(rows), at))


def _stories(
    numbers: Collection[int], rows: Sequence[ArrivedItem], outcomes: Sequence[Outcome], *, at: datetime
) -> tuple[dict[int, int], list[int]]:
    """Give the story of every number of the stream; open those that are new."""
    known = {
        story.number: story.merged_into_id or story.pk for story in Story.objects.filter(number__in=numbers)
    }
    first = {outcome.story: row for row, outcome in reversed(list(zip(rows, outcomes, strict=True)))}
    new = Story.objects.bulk_create(
        [
            Story(
                number=number,
                opened_at=first[number].first_seen_at,
                first_at=_time(first[number]),
                last_at=_time(first[number]),
                arrived_at=first[number].first_seen_at,
            )
            for number in sorted(set(numbers) - set(known))
        ]
    )
    by_number = {number: story for number, story in known.items() if number is not None}
    by_number |= {story.number: story.pk for story in new if story.number is not None}
    return by_number, [story.pk for story in new]


def _placement(row: ArrivedItem, outcome: Outcome, story: int, *, seq: int) -> Placement:
    why, time = outcome.why, _time(row)
    figures = asdict(why) | {"shared": [[one.term, round(one.weight, 4)] for one in why.shared]}
    return Placement(
        item_id=row.item,
        story_id=story,
        fold_of_id=int(outcome.fold) if outcome.fold else None,
        kind=why.kind,
        why=figures,
        score=why.score,
        neighbour=int(why.neighbour) if why.neighbour else None,
        seq=seq,
        version=row.version,
        publication_id=row.publication,
        language=row.language,
        region=row.region,
        at=time,
        arrived_at=row.first_seen_at,
        hour=counting_hour(time, row.first_seen_at, catch_up=row.catch_up),
        catch_up=row.catch_up,
    )


def _note_versions(rows: Sequence[ArrivedItem]) -> None:
    """An edited item keeps its place; its headline may read differently now."""
    for row in rows:
        Placement.objects.filter(pk=row.item).update(version=row.version)
    for row in rows:
        Story.objects.filter(headline=row.item).update(title=row.title or row.text[:120])


def tell_decisions(*, lease: str, at: datetime) -> int:
    """Tell the stream what persons decided, in their order. Gives how many decisions it was told."""
    waiting = list(
        Regrouping.objects.filter(told_at=None).select_related("before", "after", "undoes").order_by("pk")
    )
    for decision in waiting:
        _tell(decision, lease=lease, at=at)
    return len(waiting)


def _tell(decision: Regrouping, *, lease: str, at: datetime) -> None:
    step = _step_of(decision)
    if step is None:
        Regrouping.objects.filter(pk=decision.pk).update(told_at=at)
        return
    kept = keeping.stream_now()
    answer = keeping.give_step(kept, step)
    with transaction.atomic():
        keeping.write_step(kept, step, lease=lease, at=at)
        Regrouping.objects.filter(pk=decision.pk).update(told_at=at)
        if step.kind == "split" and answer.regroupings and decision.after.number is None:
            Story.objects.filter(pk=decision.after_id).update(number=answer.regroupings[0].after)
    keeping.remember(kept)


def _step_of(decision: Regrouping) -> Step | None:
    """Say a decision in the stream's numbers; None when the stream never knew one of its stories."""
    before, after = decision.before.number, decision.after.number
    moved = [str(item) for item in decision.moved]
    if decision.undoes is not None:
        done = decision.undoes
        if before is None or after is None:
            return None
        return Step("undo", {"kind": done.kind, "before": after, "after": before, "moved": moved})
    if before is None or (decision.kind == "merge" and after is None):
        return None
    return Step(decision.kind, {"before": before, "after": after, "moved": moved})  # type: ignore[arg-type]
