"""Every change of what is assessed goes through here: an agreed text that changes is opened again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.response.foresight.actions import telling
from answerable.response.foresight.events import AssessmentReopened
from answerable.response.foresight.models import Release, Reopening
from answerable.response.foresight.queries.content import content_of, views_of
from answerable.response.foresight.queries.door import refuse_ended, release_to_work, standing_now
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.levels import agreed
from answerable.response.foresight.rules.states import Standing, State
from answerable.response.foresight.rules.wording import text_hash


@contextmanager
def rewriting(release: int, what: str, *, by: Actor, at: datetime) -> Iterator[Release]:
    """Hold a release while its text is changed; `what` says which part, for the record of a reopening.

    While the text is being read it stays as it is. Where it had been agreed, the agreement ends with the change.
    """
    with transaction.atomic():
        row = release_to_work(by, release)
        standing = standing_now(row)
        _refuse_late(row, standing)
        if standing is Standing.AT_GATE:
            raise NotAllowed(
                _("The assessment is being read and stays as it is meanwhile."),
                _("Take it back from its gate, then change it."),
            )
        before = row.text_hash
        yield row
        row.refresh_from_db()
        if by.person is not None and by.person not in row.editors:
            row.editors = [*row.editors, by.person]
        seal(row)
        if standing is Standing.AGREED and row.text_hash != before:
            _open_again(row, what, by=by, at=at)
        row.save(update_fields=["editors", "text_hash", "level", "round"])


def _refuse_late(row: Release, standing: Standing) -> None:
    """A text is changed as long as something of the release is to come, or owed after an urgent one."""
    refuse_ended(row)
    owed = bool(row.urgent_reason) and standing is not Standing.AGREED
    if row.state in (State.RELEASED, State.OVER) and not owed:
        raise Moved(
            _("This is public: its assessment stays as it was agreed."), _("Note what was asked instead.")
        )


def _open_again(row: Release, what: str, *, by: Actor, at: datetime) -> None:
    row.round += 1
    seal(row)
    Reopening.objects.create(release=row, round=row.round, what=what[:200], by_name=by.name, at=at)
    record("foresight.reopen", subject_of(row.pk), by=by, at=at, round=row.round, what=what)
    events.publish(AssessmentReopened(row.pk, row.round, at))
    telling.tell_reopened(row, by=by, at=at)


def seal(row: Release) -> None:
    """Work the hash and the level of a release out anew; the caller saves it."""
    content = content_of(row)
    views = views_of(row, content)
    row.text_hash = text_hash(content, views)
    row.level = agreed(views) or ""
