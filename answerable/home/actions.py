"""Telling the morning to those who answer for signals, so that nobody has to sign in to find out."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from answerable.home import queries
from answerable.home.rules import is_morning, key_of
from answerable.home.words import lines
from answerable.kernel.actor import Actor
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.people import queries as people
from answerable.reports.queries import readers_of_brief

#: The heads and the duty officers: those who may decide about a signal.
TOLD = "signals.judge"


def tell_morning(*, by: Actor, at: datetime) -> int:
    """Tell the last day in a few sentences, once each morning; says how many people were told anew.

    Whoever chose a time for the brief is told in the brief.
    """
    local = timezone.localtime(at)
    if not is_morning(local):
        return 0
    found = queries.morning(by, at=at)
    if found.is_new:
        return 0
    told = {language: _told(found, language) for language in ("en", "zh-hans")}
    news = News(
        kind="morning",
        subject=Told(told["en"][0], told["zh-hans"][0]),
        body=Told(told["en"][1], told["zh-hans"][1]),
        link=reverse("home:morning"),
        key=key_of(local),
    )
    told_in_the_brief = readers_of_brief()
    to = [person for person in people.who_may(TOLD, at=at) if person not in told_in_the_brief]
    return notify(news, to=to, by=by, at=at)


def _told(found: queries.Morning, language: str) -> tuple[str, str]:
    with translation.override(language):
        said = [str(line.words) for line in lines(found)]
        return _("This morning: %(first)s") % {"first": said[0]}, "\n".join(said)
