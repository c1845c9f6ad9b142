"""Hand-written makers of releases, and the cast that works on them."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.office.review.models import Review
from answerable.response.foresight import actions
from answerable.response.foresight.actions import (
    AudienceDraft,
    Entry,
    GapDraft,
    Going,
    Outcome,
    PreparedDraft,
    RiskDraft,
    ViewDraft,
)
from answerable.response.foresight.jobs import look_all
from answerable.response.foresight.models import Release
from answerable.response.foresight.queries.names import subject_of
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import make_cast

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
#: The price goes up in two weeks.
PLANNED = NOON + 14 * DAY

__all__ = ["DAY", "HOUR", "NOON", "PLANNED", "make_cast"]


def entry(**changes: Any) -> Entry:
    """The price of water rises in the second step."""
    said: dict[str, Any] = {
        "title": "The price of water rises in the second step",
        "kind": "price",
        "summary": "From May the second step costs 0.40 more for each cubic metre. The first step stays as it is.",
        "planned_at": PLANNED,
        "language": "en",
    }
    return Entry(**{**said, **changes})


def make_release(cast: SimpleNamespace, *, by: Any = None, at: Any = NOON, **changes: Any) -> int:
    """A release that Chen of the supply department has entered."""
    changes.setdefault("unit", cast.supply.pk)
    return actions.enter(entry(**changes), by=by or cast.chen, at=at)


def going(cast: SimpleNamespace, **changes: Any) -> Going:
    """Emil speaks for it; we listen a week for the price of water."""
    said: dict[str, Any] = {
        "spokesperson_post": min(cast.emil.posts),
        "channels": (),
        "terms": ("water price",),
        "watch_days": 7,
    }
    return Going(**{**said, **changes})


def write_all(cast: SimpleNamespace, release: int, *, risk: tuple[int, int] = (2, 2), at: Any = NOON) -> None:
    """Everything that an assessment needs but its channels and the two views of its level."""
    act = {"by": cast.chen, "at": at}
    actions.write(release, AudienceDraft("Households", "The second step costs 0.40 more."), **act)
    actions.write(
        release,
        RiskDraft("It is read as a rise for all.", *risk, "The table with examples comes first."),
        **act,
    )
    question = PreparedDraft(
        "Why does the price rise?", "The costs of treatment rose.", "Decision 12, annex 2"
    )
    actions.write(release, question, **act)
    line = PreparedDraft("While the council has not voted", "The council decides on Monday.", kind="holding")
    actions.write(release, line, **act)
    gap = GapDraft("How many households reach the second step", min(cast.ada.posts), date(2026, 3, 10))
    actions.write(release, gap, **act)
    actions.arrange(release, going(cast), **act)


def give_views(
    cast: SimpleNamespace, release: int, levels: tuple[str, str] = ("medium", "medium"), *, at: Any = NOON
) -> None:
    """Ada and Chen say the level."""
    for who, level in zip((cast.ada, cast.chen), levels, strict=True):
        actions.give_view(release, ViewDraft(level, "As the last rise showed."), by=who, at=at)


def handed_in(
    cast: SimpleNamespace, *, levels: tuple[str, str] = ("medium", "medium"), **changes: Any
) -> int:
    """A release whose assessment is at its gate."""
    release = make_release(cast, **changes)
    write_all(cast, release)
    give_views(cast, release, levels)
    actions.hand_in(release, by=cast.chen, at=NOON)
    return release


def read_all(cast: SimpleNamespace, release: int, *, at: Any = NOON) -> None:
    """Three people of the gate read and pass it, in whatever order their posts allow."""
    for who in (cast.ada, cast.emil, cast.boris):
        read_one(release, who, at=at)


def read_one(release: int, who: Any, *, at: Any = NOON) -> None:
    """One of them reads the step whose turn it is, ticks all of it and passes it."""
    found = reviews.review_of(subject_of(release))
    step = Review.objects.get(pk=found.id).steps.filter(state="waiting").order_by("order").first()
    review.note_reading(found.id, by=who, at=at)
    review.pass_step(found.id, found.content_hash, step.checks, "", by=who, at=at)


def agreed(cast: SimpleNamespace, **changes: Any) -> int:
    """A release that may go out."""
    release = handed_in(cast, **changes)
    read_all(cast, release)
    return release


def released(cast: SimpleNamespace, *, at: Any = NOON + DAY, **changes: Any) -> int:
    """A release that has gone out; its watch runs."""
    release = agreed(cast, **changes)
    actions.release_now(release, Outcome("https://bureau.example/price"), by=cast.ada, at=at)
    return release


def row_of(release: int) -> Release:
    """The row as it is now."""
    return Release.objects.get(pk=release)


def over(cast: SimpleNamespace, *, at: Any = NOON + DAY, **changes: Any) -> int:
    """A release whose watch is over."""
    release = released(cast, at=at, **changes)
    look_all(at=at + 8 * DAY)
    return release


def finished(cast: SimpleNamespace, *, at: Any = NOON + DAY, **changes: Any) -> int:
    """A release that was looked back on."""
    release = over(cast, at=at, **changes)
    actions.finish(release, "Say first what stays as it is.", by=cast.ada, at=at + 9 * DAY)
    return release
