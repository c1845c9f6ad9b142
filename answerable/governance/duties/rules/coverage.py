"""Which sentence of the plan nobody is carrying out, and why that is thought."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from answerable.governance.plan.rules.document import Clause, PlanDocument


class Gap(StrEnum):
    """Why a sentence is not carried out."""

    GIVES_NOTHING = "gives_nothing"
    NO_POST = "no_post"
    POST_EMPTY = "post_empty"
    NO_RUN = "no_run"
    ALL_MISSED = "all_missed"
    NONE_DONE = "none_done"


@dataclass(frozen=True, slots=True)
class Done:
    """How the runs of a duty went that were due in the last twelve months, and how many are to come."""

    due: int = 0
    done: int = 0
    missed: int = 0
    coming: int = 0


@dataclass(frozen=True, slots=True)
class Carried:
    """What is known of each thing that a clause can give rise to."""

    runs: Mapping[str, Done]
    #: Plan posts that no unit has, and those whose post in the house nobody holds, with how many units.
    unbound: Mapping[str, int]
    empty: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Hole:
    """One sentence with what is missing, the thing that it gives rise to, and a figure for the words."""

    clause: Clause
    gap: Gap
    thing: str = ""
    count: int = 0


def holes(document: PlanDocument, carried: Carried) -> tuple[Hole, ...]:
    """List the sentences that nobody carries out, in the order of the plan."""
    found = []
    for clause in document.clauses:
        if not clause.gives:
            if not clause.none:
                found.append(Hole(clause, Gap.GIVES_NOTHING))
            continue
        for thing in clause.gives:
            found += _holes_of(clause, thing, document, carried)
    return tuple(found)


def _holes_of(clause: Clause, thing: str, document: PlanDocument, carried: Carried) -> Iterable[Hole]:
    kind, _colon, key = thing.partition(":")
    if kind == "post":
        yield from _posts(clause, thing, key, carried)
    if kind == "duty" and key in document.duties:
        yield from _posts(clause, thing, document.duties[key].owner, carried)
        gap = _gap_of(carried.runs.get(key, Done()))
        if gap is not None:
            yield Hole(clause, gap, thing, carried.runs.get(key, Done()).due)


def _posts(clause: Clause, thing: str, post: str, carried: Carried) -> Iterable[Hole]:
    if carried.unbound.get(post):
        yield Hole(clause, Gap.NO_POST, thing, carried.unbound[post])
    if carried.empty.get(post):
        yield Hole(clause, Gap.POST_EMPTY, thing, carried.empty[post])


def _gap_of(done: Done) -> Gap | None:
    """Judge the runs of a duty. One that was done once in the year is carried out, late or not."""
    if not done.due and not done.coming:
        return Gap.NO_RUN
    if done.due and done.missed == done.due:
        return Gap.ALL_MISSED
    if done.due and not done.done:
        return Gap.NONE_DONE
    return None
