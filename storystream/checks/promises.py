"""The promises of a stream. Each takes items, keeps silent when it is kept and raises `BrokenPromise` when not."""

from collections.abc import Callable, Sequence
from typing import Final

from storystream.items import Item, Outcome
from storystream.pipeline import Settings, Stream

Promise = Callable[[Sequence[Item]], None]


class BrokenPromise(AssertionError):
    """A stream did not do what every stream promises; the message says where it first went another way."""


def _run(items: Sequence[Item], settings: Settings | None = None) -> tuple[list[Outcome], str]:
    stream = Stream(settings)
    return stream.absorb_many(items), stream.digest()


def _same(expected: tuple[list[Outcome], str], found: tuple[list[Outcome], str], how: str) -> None:
    for one, other in zip(expected[0], found[0], strict=True):
        if one != other:
            raise BrokenPromise(f"{how}: item {one.item!r} went to {other.story} and not to {one.story}")
    if expected[1] != found[1]:
        raise BrokenPromise(f"{how}: the same stories, but another state")


def same_again(items: Sequence[Item]) -> None:
    """The same items give the same stories and the same state."""
    _same(_run(items), _run(items), "a second run")


def same_one_by_one(items: Sequence[Item]) -> None:
    """Items absorbed one by one go where they go when absorbed together."""
    stream = Stream()
    outcomes = [stream.absorb(item) for item in items]
    _same(_run(items), (outcomes, stream.digest()), "one by one")


def same_after_restart(items: Sequence[Item]) -> None:
    """A stream saved and loaded after any third goes on as if nothing had happened."""
    expected, third = _run(items), max(len(items) // 3, 1)
    stream, outcomes = Stream(), []
    for first in range(0, len(items), third):
        stream = Stream.load(stream.save())
        outcomes += stream.absorb_many(items[first : first + third])
    _same(expected, (outcomes, stream.digest()), "after a restart")


def same_on_shards(items: Sequence[Item]) -> None:
    """The number of shards changes nothing."""
    expected = _run(items)
    for shards in (2, 4):
        _same(expected, _run(items, Settings(shards=shards)), f"on {shards} shards")


def nothing_dropped(items: Sequence[Item]) -> None:
    """Every item has one outcome, in order; an item that came before is answered from where it lies."""
    outcomes, _ = _run(items)
    if [outcome.item for outcome in outcomes] != [item.id for item in items]:
        raise BrokenPromise("an item without an outcome, or one out of order")
    if any(outcome.story < 1 for outcome in outcomes):
        raise BrokenPromise("an item without a story")


def never_doubled(items: Sequence[Item]) -> None:
    """An item that comes twice in a row is answered twice the same and kept once."""
    twice = [item for item in items for _ in range(2)]
    outcomes, digest = _run(twice)
    _same((outcomes[::2], digest), (outcomes[1::2], digest), "the second time")
    _same((outcomes[::2], digest), _run(items), "without repeats")


def why_is_told(items: Sequence[Item]) -> None:
    """Every outcome says why, in figures that agree with it."""
    for outcome in _run(items)[0]:
        why = outcome.why
        if (why.kind == "fold") != (outcome.fold is not None):
            raise BrokenPromise(f"item {outcome.item!r}: a fold without a root, or a root without a fold")
        if why.kind == "join" and (why.neighbour is None or why.score < why.threshold):
            raise BrokenPromise(f"item {outcome.item!r} joined below its bar, or without a neighbour")
        if why.kind == "new" and why.score >= why.threshold:
            raise BrokenPromise(f"item {outcome.item!r} reached its bar and stayed alone")


#: All of them, by name.
PROMISES: Final[dict[str, Promise]] = {
    promise.__name__: promise
    for promise in (
        same_again,
        same_one_by_one,
        same_after_restart,
        same_on_shards,
        nothing_dropped,
        never_doubled,
        why_is_told,
    )
}
