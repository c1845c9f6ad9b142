"""What the first page says: read from every wing, each through its own door."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from answerable.kernel.actor import Actor
from answerable.listening.signals import queries as signals
from answerable.listening.signals.queries import Morning as SignalMorning
from answerable.listening.signals.words import told_of
from answerable.listening.sources import queries as sources
from answerable.listening.sources.queries import Illness
from answerable.listening.stories import queries as stories
from answerable.listening.stories.queries import Morning as StoryMorning
from answerable.office.notices import queries as notices

#: More lines than this on the first page are read by nobody.
SHORT = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One of the five lines: what is so, and where it leads."""

    text: str
    address: str
    tone: str


@dataclass(frozen=True, slots=True)
class Morning:
    """The first page."""

    lines: tuple[Line, ...]
    stories: StoryMorning
    signals: SignalMorning
    ill: tuple[Illness, ...]
    ill_total: int
    is_empty: bool


def morning(actor: Actor, *, at: datetime) -> Morning:
    """Say what is new, what grows, what waits and what is ill."""
    told = stories.morning(actor, at=at, limit=SHORT)
    waiting = signals.morning(actor, at=at, limit=SHORT)
    ill, ill_total = sources.ill_sources(actor, SHORT)
    is_empty = not sources.table(actor, sources.Wish(), at=at).total if told.items == 0 else False
    lines = (
        _new_line(told),
        _growing_line(told),
        _signal_line(waiting),
        _ill_line(ill, ill_total),
        _notice_line(notices.unread(actor)),
    )
    return Morning(lines, told, waiting, ill, ill_total, is_empty)


def _new_line(told: StoryMorning) -> Line:
    items = ngettext("%(number)s item", "%(number)s items", told.items) % {"number": told.items}
    text = ngettext(
        "%(number)s new story in %(items)s", "%(number)s new stories in %(items)s", told.new_total
    )
    return Line(text % {"number": told.new_total, "items": items}, "/listen/stories/?tab=new", "idle")


def _growing_line(told: StoryMorning) -> Line:
    if not told.growing:
        return Line(_("No story grows"), "/listen/stories/?tab=growing", "ok")
    text = ngettext(
        "%(number)s story grows: %(title)s",
        "%(number)s stories grow, most of all: %(title)s",
        told.growing_total,
    )
    return Line(
        text % {"number": told.growing_total, "title": told.growing[0].title},
        "/listen/stories/?tab=growing",
        "soon",
    )


def _signal_line(waiting: SignalMorning) -> Line:
    if not waiting.open:
        return Line(_("No signal waits for anybody"), "/listen/signals/", "ok")
    first = waiting.open[0]
    text = ngettext(
        "%(number)s signal waits. %(title)s: %(told)s",
        "%(number)s signals wait. The newest, %(title)s: %(told)s",
        waiting.open_total,
    )
    values = {"number": waiting.open_total, "title": first.title, "told": told_of(first)}
    return Line(text % values, "/listen/signals/", "late")


def _ill_line(ill: tuple[Illness, ...], total: int) -> Line:
    if not ill:
        return Line(_("Every source is heard"), "/listen/sources/", "ok")
    text = ngettext(
        "%(number)s source is not heard: %(names)s", "%(number)s sources are not heard: %(names)s", total
    )
    names = _(", ").join(one.name for one in ill[:3])
    return Line(text % {"number": total, "names": names}, "/listen/sources/", "late")


def _notice_line(unread: int) -> Line:
    if not unread:
        return Line(_("You have taken notice of everything"), "/notices/", "ok")
    text = ngettext("%(number)s notice waits for you", "%(number)s notices wait for you", unread)
    return Line(text % {"number": unread}, "/notices/", "soon")
