"""Telling the people who keep a unit's sources that one of them is no longer heard, and when it is again."""

from collections.abc import Callable

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from answerable.kernel.actor import MACHINE
from answerable.listening.sources.actions.keeping import KEEP
from answerable.listening.sources.events import SourceFellIll, SourceRecovered
from answerable.listening.sources.queries.reasons import sentence
from answerable.listening.sources.rules.states import State
from answerable.listening.sources.words import STATES
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.people import queries as people


def tell_ill(event: SourceFellIll) -> int:
    """Tell the keepers of the owner unit that a source fell ill, once each time. Gives how many were told."""
    return notify(
        News(
            kind="source",
            subject=_in_both(lambda: _("Source %(name)s: %(state)s") % _names(event)),
            body=_in_both(
                lambda: sentence(event.reason, event.details) if event.reason else _("It brings nothing.")
            ),
            link=reverse("sources:source", args=[event.source]),
            key=f"source:{event.source}:{event.state}:{event.at:%Y%m%d%H%M}",
        ),
        to=people.who_may(KEEP, at=event.at, unit=event.owner_unit),
        by=MACHINE,
        at=event.at,
    )


def tell_recovered(event: SourceRecovered) -> int:
    """Tell the same people that the source is heard again."""
    return notify(
        News(
            kind="source",
            subject=_in_both(lambda: _("Source %(name)s is heard again") % {"name": event.name}),
            body=_in_both(lambda: _("What had piled up is taken in and raises no signal.")),
            link=reverse("sources:source", args=[event.source]),
            key=f"source:{event.source}:recovered:{event.at:%Y%m%d%H%M}",
        ),
        to=people.who_may(KEEP, at=event.at, unit=event.owner_unit),
        by=MACHINE,
        at=event.at,
    )


def _names(event: SourceFellIll) -> dict[str, str]:
    return {"name": event.name, "state": str(STATES[State(event.state)])}


def _in_both(write: Callable[[], str]) -> Told:
    """Write a text in both languages of the house."""
    with translation.override("en"):
        english = write()
    with translation.override("zh-hans"):
        return Told(english, write())
