"""What cases put into the timeline of a story: when a case was opened of it, and when it was answered."""

from collections.abc import Iterator

from django.utils.translation import pgettext

from answerable.kernel.actor import Actor
from answerable.listening.stories.queries import MOST_MARKS, Mark
from answerable.response.cases.models import Case
from answerable.response.cases.queries.door import READ, cases_of
from answerable.response.cases.queries.names import link_to


def case_marks(actor: Actor, story: int) -> tuple[Mark, ...]:
    """Mark cases and answers in a story's timeline, as far as the reader may see the cases. One query."""
    if not actor.may(READ):
        return ()
    rows = cases_of(actor).filter(stories__story=story).order_by("-opened_at", "-pk")[:MOST_MARKS]
    return tuple(mark for row in rows for mark in _marks(row))


def _marks(row: Case) -> Iterator[Mark]:
    yield Mark(row.opened_at, pgettext("mark", "Case"), link_to(row.pk), row.state)
    if row.answered_at is not None:
        yield Mark(row.answered_at, pgettext("mark", "Answer"), link_to(row.pk), row.state)
