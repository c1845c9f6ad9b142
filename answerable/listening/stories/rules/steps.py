"""What the stream is given, as plain values that can be written down and given again word for word.

The stream follows from its steps alone. So a state of some time ago and the steps since then are the state of now:
that is how a worker that was killed goes on, and how two workers see the same stories.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from storystream.grouping.bars import Null
from storystream.items import Item, Outcome, Regrouping
from storystream.pipeline import Stream, UnknownItem, UnknownStory

#: The stream reads the lead of a text (2,400 letters, storystream.text); a little more is written down.
LEAD = 3_000

StepKind = Literal["absorb", "revise", "tend", "calibrate", "merge", "split", "undo"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing given to the stream. `given` holds only what JSON can hold."""

    kind: StepKind
    given: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the stream said to a step."""

    outcomes: tuple[Outcome, ...] = ()
    regroupings: tuple[Regrouping, ...] = ()


def text_given(item: Item) -> dict[str, Any]:
    """Write an item down."""
    time = item.published_at.isoformat() if item.published_at else None
    return asdict(item) | {"text": item.text[:LEAD], "published_at": time}


def of_items(kind: Literal["absorb", "revise"], items: Iterable[Item]) -> Step:
    """Items that are new to the stream, or that say something else now."""
    return Step(kind, {"items": [text_given(item) for item in items]})


def of_pass(at: datetime) -> Step:
    """The hourly pass."""
    return Step("tend", {"at": at.isoformat()})


def of_nulls(nulls: Mapping[str, Null]) -> Step:
    """What strangers of our own past score, by language and length class: the bars follow from it."""
    return Step("calibrate", {"nulls": {name: asdict(null) for name, null in sorted(nulls.items())}})


def give(stream: Stream, step: Step) -> Answer:
    """Give one step to the stream. The same stream and step always answer the same.

    What a person decided about stories that the stream no longer holds changes nothing in it.
    """
    given = step.given
    if step.kind == "absorb":
        return Answer(tuple(stream.absorb_many(_item(row) for row in given["items"])))
    if step.kind == "revise":
        held = [row for row in given["items"] if stream.story_of(row["id"]) is not None]
        return Answer(tuple(stream.revise(_item(row)) for row in held))
    if step.kind == "tend":
        return Answer(regroupings=tuple(stream.tend(datetime.fromisoformat(given["at"]))))
    if step.kind == "calibrate":
        stream.calibrate({name: _null(row) for name, row in given["nulls"].items()})
        return Answer()
    try:
        return Answer(regroupings=(_decided(stream, step),))
    except (UnknownStory, UnknownItem, ValueError):
        return Answer()


def _null(row: Mapping[str, Any]) -> Null:
    return Null(tuple(map(tuple, row["scores"])), row["probes"])


def _item(row: Mapping[str, Any]) -> Item:
    time = row["published_at"]
    return Item(**(dict(row) | {"published_at": datetime.fromisoformat(time) if time else None}))


def _decided(stream: Stream, step: Step) -> Regrouping:
    """Tell the stream what a person decided."""
    given = step.given
    if step.kind == "merge":
        return stream.merge(given["after"], given["before"])
    if step.kind == "split":
        lying = [item for item in given["moved"] if stream.story_of(item) == given["before"]]
        return stream.split(given["before"], lying)
    done = Regrouping(given["kind"], given["before"], given["after"], tuple(given["moved"]), "")
    return stream.undo(done)
