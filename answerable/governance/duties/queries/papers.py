"""Which runs that are owed now ask for a paper that the machine can begin."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.queries.door import posts_called
from answerable.governance.duties.rules.states import OWED
from answerable.governance.plan import queries as plan
from answerable.governance.plan.rules.document import Duty, PlanDocument


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
    #: To whom it is due: a post of the plan or one of its words for recipients; an office has names, a person none.
    to: str = ""
    to_names: Mapping[str, str] = field(default_factory=dict)
    #: The posts of the house that this office is.
    to_posts: tuple[int, ...] = ()
    #: Posts of the house that sign for it, and what the plan says of its paper besides the kind.
    signers: tuple[int, ...] = ()
    words: Mapping[str, object] = field(default_factory=dict)


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
            found.append(_row(run, duty, document))
    return tuple(found)


def _row(run: Occurrence, duty: Duty, document: PlanDocument) -> RunWithPaper:
    post = document.posts.get(duty.to)
    is_office = post is not None and post.kind == "office"
    return RunWithPaper(
        run.pk,
        run.duty,
        run.unit_id,
        run.post_id,
        run.holder_id,
        run.period_begin,
        run.period_end,
        str(duty.doc["paper"]),
        document.language,
        duty.to,
        post.names if post and is_office else {},
        tuple(sorted(posts_called(duty.to, run.version))) if is_office else (),
        tuple(sorted(posts_called(duty.sign, run.version))),
        duty.doc,
    )
