"""Letting it out: whole, in parts, later, not at all, or in an emergency before its assessment."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved
from answerable.kernel.trail.actions import record
from answerable.office.people.queries import day_of
from answerable.office.review import queries as reviews
from answerable.response.foresight.actions import telling, timing, watching
from answerable.response.foresight.actions.words import needed
from answerable.response.foresight.events import ReleaseMade
from answerable.response.foresight.models import Part, Postponement, Release
from answerable.response.foresight.queries.before import before_of
from answerable.response.foresight.queries.content import hash_now
from answerable.response.foresight.queries.door import release_to_decide, release_to_work
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.holding_back import HELD_NAMES, held_back
from answerable.response.foresight.rules.states import MOVES, WAITING, Move, State


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which parts went out (none named: all that wait), and where they were announced."""

    link: str = ""
    parts: tuple[int, ...] = ()


def release_now(release: int, outcome: Outcome, *, by: Actor, at: datetime) -> None:
    """Note that it, or some parts of it, goes out now. Nothing does without its assessment agreed; the watch begins."""
    with transaction.atomic():
        row = release_to_work(by, release)
        _refuse_held_back(row, at=at)
        text = hash_now(row)
        reviews.require_passage(subject_of(row.pk), text)
        _let_out(row, outcome, text, by=by, at=at)


def _refuse_held_back(row: Release, *, at: datetime) -> None:
    reasons = held_back(before_of(row), day_of(at))
    if reasons:
        raise Anticipated(
            _("It cannot be released yet: %(why)s")
            % {"why": " ".join(str(HELD_NAMES[one]) for one in reasons)},
            _("The page of the release shows what is missing."),
        )


def release_urgently(release: int, outcome: Outcome, reason: str, *, by: Actor, at: datetime) -> None:
    """Let it out before its assessment is agreed: the head of the body alone, with a reason, and the clock runs.

    The assessment is owed within that clock, and the release cannot be finished without it.
    """
    said = needed(reason, _("Say why it cannot wait for its assessment."))
    with transaction.atomic():
        row = release_to_decide(by, release)
        if before_of(row).agreed:
            raise Moved(
                _("Its assessment is agreed: release it in the ordinary way."), _("Load the page again.")
            )
        if not row.terms:
            raise Anticipated(
                _("Say first what is to be listened for afterwards."), _("Give at least one term.")
            )
        Release.objects.filter(pk=row.pk).update(urgent_reason=said, urgent_by=by.name)
        row.urgent_reason, row.urgent_by = said, by.name
        record("foresight.release_urgently", subject_of(row.pk), by=by, at=at, reason=said)
        timing.end(row, by=by, at=at)
        timing.start_after(row, by=by, at=at)
        _let_out(row, outcome, "", by=by, at=at)
        telling.tell_urgent(row, by=by, at=at)


def _let_out(row: Release, outcome: Outcome, text: str, *, by: Actor, at: datetime) -> None:
    """Let parts out, with the hash that had passed the gate; "" for an urgent release."""
    waiting = list(row.parts.filter(released_at=None, dropped_reason=""))
    chosen = [part for part in waiting if not outcome.parts or part.pk in outcome.parts]
    if not chosen:
        raise Moved(_("None of these parts waits any more."), _("Load the page again."))
    move = Move.RELEASE if len(chosen) == len(waiting) else Move.RELEASE_PART
    first = row.released_at or at
    MOVES.make(Release.objects.filter(pk=row.pk), State(row.state), move, released_at=first)
    Part.objects.filter(pk__in=[part.pk for part in chosen]).update(
        released_at=at, released_by=by.name, link=outcome.link.strip()[:500], passed_hash=text
    )
    row.refresh_from_db()
    record(
        "foresight.release",
        subject_of(row.pk),
        by=by,
        at=at,
        parts=[part.number for part in chosen],
        link=outcome.link,
        content_hash=text,
    )
    watching.begin(row, by=by, at=at)
    events.publish(ReleaseMade(row.pk, row.title, row.unit_id, at))


def postpone(release: int, planned_at: datetime, reason: str, *, by: Actor, at: datetime) -> None:
    """Give what has not gone out yet another date. What was agreed stays agreed: the text is the same."""
    said = needed(reason, _("Say why it goes out at another time."))
    if planned_at <= at:
        raise Anticipated(_("The new time has passed already."), _("Choose a time to come."))
    with transaction.atomic():
        row = release_to_work(by, release)
        if State(row.state) not in WAITING:
            raise Moved(_("Nothing of it is still to go out."), _("Load the page again."))
        shift = planned_at - row.planned_at
        Postponement.objects.create(
            release=row, before=row.planned_at, after=planned_at, reason=said, by_name=by.name, at=at
        )
        Release.objects.filter(pk=row.pk).update(planned_at=planned_at)
        row.planned_at = planned_at
        for part in row.parts.filter(released_at=None, dropped_reason=""):
            Part.objects.filter(pk=part.pk).update(planned_at=max(part.planned_at + shift, planned_at))
        record("foresight.postpone", subject_of(row.pk), by=by, at=at, to=planned_at, reason=said)
        if row.state == State.PLANNED and not before_of(row).agreed:
            timing.begin_anew(row, by=by, at=at)


def withdraw(release: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Give up what has not gone out: all of it, or the rest of what went out in part. What is out is out."""
    said = needed(reason, _("Say why it is not released."))
    with transaction.atomic():
        row = release_to_work(by, release)
        state = State(row.state)
        move = Move.DROP_REST if state is State.PARTLY else Move.WITHDRAW
        MOVES.make(Release.objects.filter(pk=row.pk), state, move, withdrawn_reason=said)
        row.parts.filter(released_at=None, dropped_reason="").update(dropped_reason=said)
        record("foresight.withdraw", subject_of(row.pk), by=by, at=at, reason=said, move=move)
        timing.end(row, by=by, at=at)
