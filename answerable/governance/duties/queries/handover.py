"""What goes from one hand to another when the holder of a post changes: from whom, to whom, and what is still open."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from answerable.governance.duties.models import Occurrence, Passing
from answerable.governance.duties.queries.door import seen_by
from answerable.governance.duties.queries.posts import posts_now
from answerable.governance.duties.queries.rows import RunRow, rows_of
from answerable.governance.duties.rules.states import OWED, State
from answerable.kernel.actor import Actor
from answerable.office.people import queries as people

PAGE = 100


@dataclass(frozen=True, slots=True)
class PassedRow:
    """One run that went to somebody else: both names, why, and whether they have taken it over."""

    id: int
    run: RunRow
    from_name: str
    to_name: str
    to_person: int | None
    why: str
    note: str
    at: datetime
    taken_at: datetime | None


@dataclass(frozen=True, slots=True)
class PostDuties:
    """One post with who answers for it today and what is open: the sheet of a hand-over."""

    post: int
    title: str
    answers: str
    members: tuple[str, ...]
    open: tuple[RunRow, ...]
    coming: tuple[RunRow, ...]


def handovers(actor: Actor, *, at: datetime) -> tuple[PassedRow, ...]:
    """List what was passed on, the newest first; what was not taken over stands on top."""
    seen = seen_by(actor).values("pk")
    rows = Passing.objects.filter(occurrence__in=seen).select_related("occurrence__unit", "occurrence__post")
    chosen = sorted(rows.order_by("-at", "-pk")[:PAGE], key=lambda row: row.taken_at is not None)
    return tuple(
        PassedRow(
            row.pk,
            rows_of([row.occurrence], at=at)[0],
            row.from_name,
            row.to_name,
            row.to_person_id,
            row.why,
            row.note,
            row.at,
            row.taken_at,
        )
        for row in chosen
    )


def posts_with_duties(actor: Actor) -> list[tuple[int, str]]:
    """List the posts that owe something now, for the choice of a hand-over sheet."""
    posts = set(seen_by(actor).filter(state__in=OWED).order_by().values_list("post", flat=True).distinct())
    return sorted(people.post_titles(posts).items(), key=lambda pair: pair[1])


def post_sheet(actor: Actor, post: int, *, at: datetime) -> PostDuties:
    """Give one post with everything that a new holder needs to know: what is open, what comes next."""
    mine = seen_by(actor).filter(post=post)
    now = posts_now([post], at=at)[post]
    owner = now.owner()
    waiting = Q(state__in=(*OWED, State.SUBMITTED))
    coming: list[Occurrence] = list(
        mine.filter(state=State.PLANNED).select_related("unit", "post").order_by("due", "pk")[:20]
    )
    return PostDuties(
        post,
        people.post_titles([post]).get(post, ""),
        owner.name if owner else "",
        tuple(member.name for member in now.members),
        rows_of(mine.filter(waiting).order_by("due", "pk"), at=at),
        rows_of(coming, at=at),
    )
