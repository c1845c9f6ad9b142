"""Which runs that are owed now ask for a paper that the machine can begin."""

from dataclasses import dataclass
from datetime import date

from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.rules.states import OWED
from answerable.governance.plan import queries as plan
from answerable.governance.plan.rules.document import PlanDocument


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
    #: The language in which the plan is written: papers that the machine begins are in it.
    language: str


def runs_with_papers() -> tuple[RunWithPaper, ...]:
    """List the runs owed now whose duty names a kind of paper, soonest first; one read of the plan a version."""
    documents: dict[int, PlanDocument | None] = {}
    found = []
    for run in (
        Occurrence.objects.filter(state__in=OWED).select_related("post").order_by("due", "pk").iterator()
    ):
        if run.version not in documents:
            standing = plan.standing_of(run.version)
            documents[run.version] = standing.document if standing else None
        document = documents[run.version]
        duty = document.duties.get(run.duty) if document else None
        if document is not None and duty is not None and duty.doc.get("paper"):
            found.append(_row(run, str(duty.doc["paper"]), document.language))
    return tuple(found)


def _row(run: Occurrence, paper: str, language: str) -> RunWithPaper:
    return RunWithPaper(
        run.pk,
        run.duty,
        run.unit_id,
        run.post_id,
        run.holder_id,
        run.period_begin,
        run.period_end,
        paper,
        language,
    )
