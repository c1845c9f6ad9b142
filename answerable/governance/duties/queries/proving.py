"""Which of my duties something that lies in another room would prove."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from answerable.governance.duties.queries.mine import own_runs
from answerable.governance.duties.queries.rows import RunRow, row_of
from answerable.governance.duties.rules.states import OWED
from answerable.governance.plan import queries as plan
from answerable.governance.plan.rules.document import Duty
from answerable.kernel.actor import Actor

#: Nobody owes more runs of one kind at a time; the soonest come first.
MOST = 20


@dataclass(frozen=True, slots=True)
class Provable:
    """A run that its owner owes now, its duty in the plan, and which of the wanted kinds of evidence that asks for."""

    row: RunRow
    duty: Duty
    kind: str


def runs_to_prove(
    actor: Actor, kinds: Collection[str], known: plan.Standing | None = None, *, at: datetime
) -> tuple[Provable, ...]:
    """List the runs that this actor owes and that ask for one of these kinds of evidence, soonest first.

    A version of the plan that the caller has read already, as `known`, is not read again.
    """
    found = []
    rows = own_runs(actor).filter(state__in=OWED).select_related("unit", "post").order_by("due", "pk")
    version_of = cache(plan.standing_of)
    for run in rows.iterator():
        standing = known if known and known.version_id == run.version else version_of(run.version)
        duty = standing.document.duties.get(run.duty) if standing else None
        kind = next((one for one in duty.evidence if one in kinds), "") if duty else ""
        if duty is not None and kind:
            found.append(Provable(row_of(run, at=at), duty, kind))
        if len(found) == MOST:
            break
    return tuple(found)
