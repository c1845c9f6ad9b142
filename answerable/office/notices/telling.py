"""Tells those whom a rung calls, and those whose clock got another date, stands still or runs again.

A rung's notices carry the key rung:<id>, so that delivery can be proven by it (queries.deliveries_of).
"""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils import timezone, translation

from answerable.kernel.actor import MACHINE
from answerable.office.clocks.events import ClockMoved, ClockPaused, RungFired
from answerable.office.clocks.words import stage_name
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told

KIND = "clock"
#: What a rung does, as the heading of its notice.
_HEADS = {
    "start_reminder": Told("Time to begin", "启动提醒"),
    "remind": Told("Reminder", "到期提醒"),
    "urge_notice": Told("Urge notice", "催办通知"),
    "breach_notice": Told("Limit run out", "超时限通知"),
    "open_finding": Told("Duty not done: a finding is opened", "未按期履职，列为问题"),
}
#: Rungs that reach people in their quiet hours and past a digest: the limit itself is at stake.
_URGENT = frozenset({"breach_notice", "urge_notice"})
_CHANGES = {
    "paused": Told("it stood still meanwhile", "其间时限中止"),
    "extended": Told("the limit was extended", "时限获准延长"),
    "moved": Told("another date was agreed", "时限另行确定"),
}


def rung_key(rung: int) -> str:
    """Give the key by which the notices of a rung are found again."""
    return f"rung:{rung}"


def tell_rung(event: RungFired) -> None:
    """Tell whoever a rung calls; somebody who stands in for another reads for whom."""
    head = _HEADS.get(event.do, Told(event.do.replace("_", " "), event.do.replace("_", " ")))
    due = event.due or event.at
    over = event.at > due
    subject = Told(f"{head.en}: {event.title}", f"{head.zh}：{_zh(event)}")
    body = Told(
        f"{_stage(event.stage, 'en')} {'was due' if over else 'is due'} {_day(due)}.",
        f"{_stage(event.stage, 'zh-hans')}，"
        + (f"时限为{_day(due)}，已超时。" if over else f"须于{_day(due)}前完成。"),
    )
    standing_in = dict(event.standing_in)
    main = [person for person in event.to if person not in standing_in]
    _tell(event, subject, body, main)
    for person, name in event.standing_in:
        acting = Told(
            f"{body.en} You are told in place of {name}, who is away.",
            f"{body.zh}{name}不在岗，由您代行。",
        )
        _tell(event, subject, acting, [person])


def _tell(event: RungFired, subject: Told, body: Told, to: Iterable[int]) -> None:
    urgent = event.do in _URGENT
    news = News(KIND, subject, body, event.link, rung_key(event.rung_id), urgent=urgent)
    notify(news, to=to, by=MACHINE, at=event.at)


def tell_moved(event: ClockMoved) -> None:
    """Tell the owner that an open clock got another date, with the old one.

    A calendar moves many clocks at once: each owner is told once, and finds all dates in the list.
    """
    if event.kind == "calendar":
        _tell_calendar(event)
        return
    why = _CHANGES.get(event.kind, Told(event.kind, event.kind))
    reason = event.reason if event.kind in ("extended", "moved") else ""
    news = News(
        KIND,
        Told(f"New date: {event.title}", f"时限调整：{_zh(event)}"),
        Told(
            f"Due {_day(event.new)}, before it was {_day(event.old)}: {why.en}. {reason}".strip(),
            f"时限由{_day(event.old)}调整为{_day(event.new)}，原因：{why.zh}。{reason}",
        ),
        event.link,
        f"clock-moved:{event.clock}:{event.at.isoformat()}",
    )
    notify(news, to=event.to, by=MACHINE, at=event.at)


def _tell_calendar(event: ClockMoved) -> None:
    news = News(
        KIND,
        Told("New dates: the working-day calendar changed", "工作日历调整，时限随之变动"),
        Told(
            f"Open clocks of yours have other dates now, among them “{event.title}”: "
            f"{_day(event.new)}, before it was {_day(event.old)}.",
            f"您名下在办事项的到期日有变动，其中《{_zh(event)}》由{_day(event.old)}调整为{_day(event.new)}。",
        ),
        reverse("clocks:list"),
        f"calendar-moved:{event.reason}:{event.at.isoformat()}",
    )
    notify(news, to=event.to, by=MACHINE, at=event.at)


def tell_paused(event: ClockPaused) -> None:
    """Tell the owner that a clock stands still, or that it runs again."""
    still = bool(event.reason)
    news = News(
        KIND,
        Told(
            f"{'Clock stands still' if still else 'Clock runs again'}: {event.title}",
            f"{'时限中止' if still else '时限恢复计算'}：{_zh(event)}",
        ),
        Told(
            "The time it stands still is given back." if still else "The date has been counted anew.",
            "中止期间不计入时限。" if still else "到期日已重新计算。",
        ),
        event.link,
        f"clock-paused:{event.clock}:{event.at.isoformat()}",
    )
    notify(news, to=event.to, by=MACHINE, at=event.at)


def _zh(event: RungFired | ClockMoved | ClockPaused) -> str:
    return event.title_zh or event.title


def _stage(stage: str, language: str) -> str:
    with translation.override(language):
        return stage_name(stage)


def _day(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"
