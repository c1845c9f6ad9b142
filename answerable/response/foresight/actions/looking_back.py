"""Foreseen against asked: a person says of each thing that was asked whether it had been foreseen."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.review.rules import hash_of
from answerable.response.foresight.actions import timing
from answerable.response.foresight.actions.words import needed
from answerable.response.foresight.events import ReleaseFinished
from answerable.response.foresight.models import Asked, Release
from answerable.response.foresight.queries.before import before_of
from answerable.response.foresight.queries.closing import file_of
from answerable.response.foresight.queries.door import release_to_work
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.content import QUESTION
from answerable.response.foresight.rules.states import LOOKED_BACK, MOVES, Heard, Move, State


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of something that was asked: the question it is, or the one that nobody had foreseen."""

    verdict: str
    question: int | None = None
    lesson: str = ""


def settle(asked: int, said: Verdict, *, personal: str = "", by: Actor, at: datetime) -> None:
    """Say whether something that was asked had been foreseen; until the end it can be said anew."""
    with transaction.atomic():
        row = Asked.objects.filter(pk=asked).select_related("release").first()
        if row is None:
            raise NotFound(_("There is nothing like this that was asked."), _("Look at the release."))
        release = release_to_work(by, row.release_id)
        if State(release.state) not in LOOKED_BACK:
            raise Moved(_("This release has been looked back on."), _("Load the page again."))
        fields = _settled(release, said, personal)
        Asked.objects.filter(pk=asked).update(**fields, settled_by=by.name, settled_at=at)
        record("foresight.settle", subject_of(release.pk), by=by, at=at, asked=row.subject, **fields)


def _settled(release: Release, said: Verdict, personal: str) -> dict[str, object]:
    """Give what is written down; a foreseen one names its question, an unforeseen one is put as a question."""
    if said.verdict == Heard.FORESEEN:
        if not release.prepared.filter(pk=said.question or 0, kind=QUESTION).exists():
            raise Anticipated(_("Say which of the prepared questions it is."))
        return {"verdict": Heard.FORESEEN, "question_id": said.question, "lesson": ""}
    if said.verdict == Heard.UNFORESEEN:
        lesson = needed(said.lesson, _("Put it as a question: the next assessment learns it."), personal)
        return {"verdict": Heard.UNFORESEEN, "question_id": None, "lesson": lesson}
    if said.verdict == Heard.OTHER:
        return {"verdict": Heard.OTHER, "question_id": None, "lesson": ""}
    raise Anticipated(_("Say whether it was foreseen."))


def finish(release: int, lesson: str, *, personal: str = "", by: Actor, at: datetime) -> None:
    """Close the file: everything asked was looked at, an urgent release has its assessment, the lesson is written."""
    said = needed(lesson, _("Say what the next assessment should know."), personal)
    with transaction.atomic():
        row = release_to_work(by, release)
        left = row.asked.filter(verdict=Heard.WAITING).count()
        if left:
            raise Anticipated(
                _("%(number)s things that were asked have not been looked at.") % {"number": left},
                _("Say of each whether it was foreseen."),
            )
        if row.urgent_reason and not before_of(row).agreed:
            raise Anticipated(
                _("It went out before its assessment, and that is still owed."),
                _("Let it pass its gate first."),
            )
        changes = {"finished_at": at, "finished_by": by.name, "lesson": said}
        MOVES.make(Release.objects.filter(pk=row.pk), State(row.state), Move.FINISH, **changes)
        row.refresh_from_db()
        file = file_of(row)
        Release.objects.filter(pk=row.pk).update(file=file, file_hash=hash_of(file))
        foreseen = row.asked.filter(verdict=Heard.FORESEEN).count()
        unforeseen = row.asked.filter(verdict=Heard.UNFORESEEN).count()
        record(
            "foresight.finish",
            subject_of(row.pk),
            by=by,
            at=at,
            foreseen=foreseen,
            unforeseen=unforeseen,
            file=hash_of(file),
        )
        timing.end(row, by=by, at=at)
        events.publish(ReleaseFinished(row.pk, foreseen, unforeseen, at))
