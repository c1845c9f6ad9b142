"""Which sentence nobody is carrying out, and the status of every sentence for the plan's reader and its annex."""

from collections import Counter, defaultdict
from datetime import datetime, timedelta

from django.db.models import Count, Q

from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.queries.door import seen_by
from answerable.governance.duties.queries.matrix import duties_by_clause, tallies
from answerable.governance.duties.queries.posts import posts_now
from answerable.governance.duties.rules.coverage import Carried, Done, Hole, holes
from answerable.governance.duties.rules.matrix import worst
from answerable.governance.duties.rules.standing import TONES, Word
from answerable.governance.duties.rules.states import OWED, State
from answerable.governance.duties.words import STANDINGS, figures_words
from answerable.governance.plan import queries as plan
from answerable.governance.plan.queries import Standing as PlanStanding
from answerable.governance.plan.queries.beside import ClauseStatus
from answerable.governance.plan.rules.document import EACH
from answerable.kernel.actor import Actor

#: A duty that recurs at all recurs within a year.
LOOK_BACK = timedelta(days=366)
#: What a status says: the quarter that runs, and what is still owed from before.
STATUS_SPAN = timedelta(days=92)


def coverage(actor: Actor, *, at: datetime) -> tuple[PlanStanding | None, tuple[Hole, ...]]:
    """Say which sentences of the plan in force nobody carries out, and why that is thought."""
    actor.need("duties.read")
    standing = plan.in_force(at=at)
    if standing is None:
        return None, ()
    return standing, holes(standing.document, _carried(standing, at=at))


def _carried(standing: PlanStanding, *, at: datetime) -> Carried:
    lately = Q(due__gt=at - LOOK_BACK, due__lte=at)
    rows = (
        Occurrence.objects.exclude(state__in=(State.CANCELLED, State.WAIVED))
        .values_list("duty")
        .annotate(
            owed=Count("pk", filter=lately),
            done=Count("pk", filter=lately & Q(state__in=(State.ACCEPTED, State.SUBMITTED))),
            missed=Count("pk", filter=lately & Q(state=State.MISSED)),
            coming=Count("pk", filter=Q(due__gt=at)),
        )
    )
    runs = {duty: Done(due, done, missed, coming) for duty, due, done, missed, coming in rows}
    return Carried(runs, *_posts(standing, at=at))


def _posts(standing: PlanStanding, *, at: datetime) -> tuple[dict[str, int], dict[str, int]]:
    """Count, of each post of the plan, the units that lack it and the posts that nobody holds."""
    bound = plan.posts_bound(standing.version_id)
    now = posts_now(bound.values(), at=at)
    places: dict[str, set[int]] = defaultdict(set)
    empty: Counter[str] = Counter()
    for (code, unit), post in bound.items():
        places[code].add(unit)
        empty[code] += not now[post].members
    each = {code for code, post in standing.document.posts.items() if post.unit == EACH}
    wanted = set().union(*(places[code] for code in each)) if each else set()
    unbound = {}
    for code in standing.document.posts:
        lacking = len(wanted - places[code]) if code in each else int(not places[code])
        unbound[code] = lacking or int(not places[code])
    return unbound, dict(empty)


def clause_status(actor: Actor, version: int, *, at: datetime) -> dict[str, ClauseStatus]:
    """Give the status beside each sentence that gives rise to duties; a fixed number of queries for any plan."""
    standing = plan.standing_of(version)
    if standing is None or not actor.may("duties.read"):
        return {}
    rows = seen_by(actor).filter(
        Q(due__range=(at - STATUS_SPAN, at + STATUS_SPAN)) | Q(due__lt=at, state__in=OWED)
    )
    counted = tallies(rows.exclude(state=State.CANCELLED), at=at)
    found = {}
    for clause, duties in duties_by_clause(standing.document).items():
        keys = {duty.id for duty in duties}
        those = [tally for tally in counted if tally.duty in keys]
        word = worst(tally.word for tally in those)
        if word is not None:
            counts: Counter[Word] = Counter()
            for tally in those:
                counts[tally.word] += tally.count
            found[clause] = ClauseStatus(
                str(STANDINGS[word]),
                TONES[word],
                f"/govern/duties/matrix/cell/?clause={clause}",
                figures_words({tally.unit for tally in those}, counts),
            )
    return found
