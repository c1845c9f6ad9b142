"""Two limits for the same thing: the shorter one wins, and both are shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.governance.plan.rules.document import PlanDocument
from answerable.governance.plan.rules.lint.event_rules import read_or_none, rough
from answerable.governance.plan.rules.lint.finding import about
from answerable.governance.plan.rules.reasons import Problem
from answerable.office.clocks.rules.limits import Limit


@dataclass(frozen=True, slots=True)
class _Limited:
    rule: str
    limit: Limit


def look(document: PlanDocument) -> Iterator[Problem]:
    """Look for stages that ask for the same on the same event within different limits."""
    found: dict[tuple[str, str], list[_Limited]] = {}
    for rule in document.rules.values():
        for stage in rule.stages:
            limit = read_or_none(stage.in_)
            if limit is not None:
                found.setdefault((rule.on.strip(), stage.do), []).append(_Limited(rule.id, limit))
    for (_on, do), limits in found.items():
        shortest = min(limits, key=lambda one: rough(one.limit))
        for one in limits:
            if one.limit != shortest.limit:
                yield about(
                    document,
                    f"rule:{one.rule}",
                    "contradiction",
                    id=one.rule,
                    do=do,
                    longer=str(one.limit),
                    shorter=str(shortest.limit),
                    other=shortest.rule,
                )
    yield from _same_duty(document)


def _same_duty(document: PlanDocument) -> Iterator[Problem]:
    """Look for duties of one post and one name that are due on different days of the same rhythm."""
    seen: dict[tuple[str, str, str], str] = {}
    for duty in document.duties.values():
        key = (duty.owner, duty.rrule, duty.name("zh"))
        first = seen.setdefault(key, duty.id)
        if first != duty.id:
            yield about(document, f"duty:{duty.id}", "duty_twice", id=duty.id, other=first)
