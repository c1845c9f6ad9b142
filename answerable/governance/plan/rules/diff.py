"""What changes from one version to the next: sentences, figures and the clocks they touch, duties and for whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from answerable.governance.plan.rules.document import Clause, Named, PlanDocument
from answerable.governance.plan.rules.preview import Ahead

#: Below this two sentences are two sentences and not one reworded. Measured on the shipped plans: different sentences
#: stay under 0.66 (twins: the leading body studies, each branch studies; all others under 0.57), sentences with a
#: changed figure, office or word are at 0.80 and above.
SAME_SENTENCE = 0.7
ADDED, GONE, CHANGED = "added", "gone", "changed"


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A sentence that came, went, or was reworded."""

    what: str
    id: str
    ref: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one thing, before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ThingChange:
    """A duty, rule, gate, post, check or procedure that came, went, or changed."""

    what: str
    thing: str
    names: Mapping[str, str]
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that changed, with the things whose clocks or dates it goes into."""

    id: str
    names: Mapping[str, str]
    before: str
    after: str
    touches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunChange:
    """What becomes of the runs of a duty: how many appear, vanish, and which move, owed by whom and where."""

    duty: str
    owner: str
    owner_before: str
    units: tuple[str, ...]
    units_gone: tuple[str, ...]
    appear: tuple[datetime, ...] = ()
    vanish: tuple[datetime, ...] = ()
    move: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that changes between two versions."""

    clauses: tuple[ClauseChange, ...] = ()
    things: tuple[ThingChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    runs: tuple[RunChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether nothing changes."""
        return not (self.clauses or self.things or self.figures or self.runs)


def compare(old: PlanDocument, new: PlanDocument, ahead: tuple[Ahead, Ahead] | None = None) -> Difference:
    """Compare two versions; with what lies ahead under each, the dates too."""
    return Difference(
        clauses=tuple(_clauses(old, new)),
        things=tuple(_things(old, new)),
        figures=tuple(_figures(old, new)),
        runs=tuple(_runs(*ahead)) if ahead is not None else (),
    )


def alike(one: str, two: str) -> float:
    """Say how much of two sentences is the same, from 0 to 1."""
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


@dataclass
class _Left:
    """Clauses that have found no partner yet."""

    old: list[Clause] = field(default_factory=list)
    new: list[Clause] = field(default_factory=list)


def _clauses(old: PlanDocument, new: PlanDocument) -> Iterator[ClauseChange]:
    before = {clause.id: clause for clause in old.clauses}
    hashes = {clause.hash for clause in old.clauses} & {clause.hash for clause in new.clauses}
    left = _Left([one for one in old.clauses if one.hash not in hashes])
    for clause in new.clauses:
        if clause.hash in hashes:
            continue
        same = before.get(clause.id)
        if same is not None and same in left.old:
            left.old.remove(same)
            yield ClauseChange(CHANGED, clause.id, clause.ref, same.text, clause.text)
        else:
            left.new.append(clause)
    for clause in left.new:
        near = max(left.old, key=lambda one: alike(one.text, clause.text), default=None)
        if near is not None and alike(near.text, clause.text) >= SAME_SENTENCE:
            left.old.remove(near)
            yield ClauseChange(CHANGED, clause.id, clause.ref, near.text, clause.text)
        else:
            yield ClauseChange(ADDED, clause.id, clause.ref, after=clause.text)
    for clause in left.old:
        yield ClauseChange(GONE, clause.id, clause.ref, before=clause.text)


def _things(old: PlanDocument, new: PlanDocument) -> Iterator[ThingChange]:
    before, after = dict(old.objects()), dict(new.objects())
    for ladder in ("ladder",):
        before |= {f"{ladder}:{key}": one for key, one in old.ladders.items()}
        after |= {f"{ladder}:{key}": one for key, one in new.ladders.items()}
    for thing, named in after.items():
        if thing not in before:
            yield ThingChange(ADDED, thing, named.names)
        elif changes := tuple(_fields(before[thing], named)):
            yield ThingChange(CHANGED, thing, named.names, changes)
    for thing, named in before.items():
        if thing not in after:
            yield ThingChange(GONE, thing, named.names)


#: What a clause gives is shown with the clause; it changes nothing in the thing itself.
_NOT_SHOWN = frozenset({"id", "clauses"})


def _fields(one: Named, two: Named) -> Iterator[FieldChange]:
    for spot in fields(two):
        before, after = getattr(one, spot.name), getattr(two, spot.name)
        if spot.name not in _NOT_SHOWN and before != after:
            yield FieldChange(spot.name, shown(before), shown(after))


def shown(value: Any) -> str:
    """Write a value of the plan in a line that people can read."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {shown(inner)}" for key, inner in value.items())
    if isinstance(value, tuple | list):
        return "; ".join(shown(inner) for inner in value)
    if hasattr(value, "__dataclass_fields__"):
        parts = ((spot.name.rstrip("_"), getattr(value, spot.name)) for spot in fields(value))
        return " ".join(
            f"{name}={shown(inner)}" for name, inner in parts if inner not in ("", (), None, False)
        )
    return "" if value is None else str(value)


def _figures(old: PlanDocument, new: PlanDocument) -> Iterator[FigureChange]:
    for key in (*new.params, *(key for key in old.params if key not in new.params)):
        before, after = old.params.get(key), new.params.get(key)
        values = [None if one is None else one.value for one in (before, after)]
        if values[0] == values[1]:
            continue
        known = after or before
        touched = dict.fromkeys((*old.uses.get(key, ()), *new.uses.get(key, ())))
        yield FigureChange(
            key, known.names if known else {}, shown(values[0]), shown(values[1]), tuple(touched)
        )


def _runs(old: Ahead, new: Ahead) -> Iterator[RunChange]:
    before = {one.duty.id: one for one in old.duties}
    after = {one.duty.id: one for one in new.duties}
    for key in (*after, *(key for key in before if key not in after)):
        one, two = before.get(key), after.get(key)
        old_runs = {run.period_begin: run.due for run in one.runs} if one else {}
        new_runs = {run.period_begin: run.due for run in two.runs} if two else {}
        units = (set(one.units) if one else set(), set(two.units) if two else set())
        made = RunChange(
            duty=key,
            owner=two.duty.owner if two else "",
            owner_before=one.duty.owner if one else "",
            units=tuple(sorted(units[1] - units[0])),
            units_gone=tuple(sorted(units[0] - units[1])),
            appear=tuple(due for period, due in new_runs.items() if period not in old_runs),
            vanish=tuple(due for period, due in old_runs.items() if period not in new_runs),
            move=tuple(
                (due, new_runs[period])
                for period, due in old_runs.items()
                if period in new_runs and new_runs[period] != due
            ),
        )
        if made.appear or made.vanish or made.move or units[0] != units[1] or made.owner != made.owner_before:
            yield made
