"""Which runs that are owed now ask for a paper that the machine can begin."""

from dataclasses import dataclass
from datetime import date

from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.queries.door import duty_of
from answerable.governance.duties.rules.states import OWED
from answerable.governance.plan.rules.document import Duty


@dataclass(frozen=True, slots=True)
class RunWithPaper:
    """A run that is owed: whose it is, for which days, and which kind of paper its duty names (`doc: {paper: …}`)."""

    id: int
    duty: str
    unit: int
    post: int
    holder: int | None
    period_begin: date
    period_end: date
    paper: str


def runs_with_papers() -> tuple[RunWithPaper, ...]:
    """List the runs owed now whose duty names a kind of paper, soonest first; one read of the plan a version."""
    duties: dict[tuple[int, str], Duty | None] = {}
    found = []
    for run in (
        Occurrence.objects.filter(state__in=OWED).select_related("post").order_by("due", "pk").iterator()
    ):
        key = (run.version, run.duty)
        duty = duties[key] if key in duties else duties.setdefault(key, duty_of(run))
        paper = str(duty.doc.get("paper", "")) if duty else ""
        if duty is not None and paper:
            found.append(_row(run, duty, paper))
    return tuple(found)


def _row(run: Occurrence, duty: Duty, paper: str) -> RunWithPaper:
    return RunWithPaper(
        run.pk,
        run.duty,
        run.unit_id,
        run.post_id,
        run.holder_id,
        run.period_begin,
        run.period_end,
        paper,
    )
