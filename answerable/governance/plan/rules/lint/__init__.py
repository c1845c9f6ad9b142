"""Looks for what is wrong with a plan, in the order of the file."""

from collections.abc import Callable, Iterable, Sequence

from answerable.governance.plan.rules.document import PlanDocument
from answerable.governance.plan.rules.lint import (
    clauses,
    contradictions,
    duties,
    event_rules,
    gates,
    head,
    posts,
)
from answerable.governance.plan.rules.lint.house import House
from answerable.governance.plan.rules.reader import Reading
from answerable.governance.plan.rules.reasons import Problem, Weight

__all__ = ["House", "errors_of", "lint"]

#: Looks at the plan alone.
_ON_PAPER: tuple[Callable[[PlanDocument], Iterable[Problem]], ...] = (
    head.look,
    clauses.look,
    posts.look,
    duties.look,
    event_rules.look,
    gates.look,
    contradictions.look,
)
#: Looks at the plan beside the people there are.
_IN_THE_HOUSE: tuple[Callable[[PlanDocument, House], Iterable[Problem]], ...] = (
    head.look_in_house,
    posts.look_in_house,
    gates.look_in_house,
)


def lint(
    reading: Reading,
    house: House | None = None,
    sentences: Sequence[tuple[str, str]] = (),
) -> tuple[Problem, ...]:
    """List what is wrong with a plan.

    `house` are the units, posts and people it would run with; `sentences` the written document, as last read.
    """
    found = list(reading.problems)
    if reading.document is not None:
        for look in _ON_PAPER:
            found.extend(look(reading.document))
        if house is not None:
            for look_in in _IN_THE_HOUSE:
                found.extend(look_in(reading.document, house))
        found.extend(clauses.look_at_text(reading.document, sentences))
    return tuple(sorted(set_of(found), key=lambda one: (one.place.line, one.code, one.thing)))


def set_of(problems: Iterable[Problem]) -> list[Problem]:
    """Give every problem once."""
    seen: dict[str, Problem] = {}
    for problem in problems:
        seen.setdefault(repr(problem), problem)
    return list(seen.values())


def errors_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give those that keep a plan from being handed in."""
    return tuple(problem for problem in problems if problem.weight is Weight.ERROR)
