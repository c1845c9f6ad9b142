"""When each reader wants the morning brief, and telling it to them then."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told as Words
from answerable.office.people import queries as people
from answerable.reports.kinds.brief import five_lines
from answerable.reports.models import BriefTime
from answerable.reports.queries.brief import due_readers, period_before

MINUTES_OF_A_DAY = 24 * 60


def choose_brief_time(minute: int | None, *, by: Actor, at: datetime) -> None:
    """Choose the minute of one's day at which the brief is told; None: not any more."""
    if by.person is None:
        raise NotAllowed(_("The brief is told to a person."), _("Sign in as one."))
    if minute is not None and not 0 <= minute < MINUTES_OF_A_DAY:
        raise Anticipated(_("This is no time of the day."), _("Choose one such as 07:30."))
    with transaction.atomic():
        BriefTime.objects.update_or_create(person_id=by.person, defaults={"minute": minute, "changed_at": at})
        record("reports.choose_brief_time", f"person:{by.person}", by=by, at=at, minute=minute)


def tell_brief(*, by: Actor, at: datetime) -> int:
    """Tell the brief to whoever's time has come today and was not told yet; gives how many were told anew."""
    local = timezone.localtime(at)
    readers = due_readers(local.hour * 60 + local.minute, at=at)
    if not readers:
        return 0
    day = local.date()
    period = period_before(day)
    lines = five_lines(period, at=at)
    told = {
        language: "\n".join(one.words.said(language) for one in lines.said) for language in ("en", "zh-hans")
    }
    yesterday = day - timedelta(days=1)
    news = News(
        kind="brief",
        subject=Words(f"Morning brief for {yesterday:%-d %B}", f"{yesterday.month}月{yesterday.day}日晨报"),
        body=Words(told["en"], told["zh-hans"]),
        link="/papers/brief/",
        key=f"brief:{day.isoformat()}",
    )
    allowed = set(people.who_may("papers.read", at=at))
    return notify(news, to=[reader for reader in readers if reader in allowed], by=by, at=at)
