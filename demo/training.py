"""What the town's bureau teaches: speaking, keeping channels, inspecting; who was there, and one exercise."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from answerable.governance.training import actions
from answerable.governance.training.actions import CourseDraft, SessionDraft
from answerable.governance.training.rules.quiz import read_quiz
from answerable.kernel.actor import Actor
from answerable.office.people import queries as people

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

DAY = timedelta(days=1)
QUIZ = """谁对外发布停水信息？
* 新闻发言人或其授权的岗位
谁先知道谁发

首条信息最要紧的是什么？
* 已经核实的事实和下次发布的时间
原因和责任"""
ANSWER = (
    "东桥主管今晨6点爆裂，约两万户停水。抢修队已到现场，预计22点恢复。"
    "六个送水点已开放，地址见官网。原因正在查，今晚20点再向大家通报。"
)


def load(cast: Cast, *, at: datetime) -> None:
    """Let the office teach for half a year."""
    ada, dana, emil = cast["ada"], cast["dana"], cast["emil"]
    unit = people.home_unit(ada) or 0
    press = actions.save_course(
        CourseDraft(
            "新闻发布与媒体应答",
            unit,
            Decimal(3),
            about="谁发言、先说什么、什么不说；谣言如何用事实回应。",
            required_for=("spokesperson",),
            certifies=True,
            valid_months=12,
            quiz=read_quiz(QUIZ),
            mock_question="两万户停水，为什么没有一条短信？水到底什么时候来？",
            mock_minutes=10,
        ),
        by=ada,
        at=at - 320 * DAY,
    )
    channels = actions.save_course(
        CourseDraft(
            "政务新媒体三审三校",
            unit,
            Decimal(2),
            about="发布前的审核与校对，个人信息与敏感词的处理。",
            required_for=("keeper", "office"),
            certifies=True,
            valid_months=24,
        ),
        by=ada,
        at=at - 320 * DAY,
    )
    inspecting = actions.save_course(
        CourseDraft(
            "How to inspect fairly",
            unit,
            Decimal("1.5"),
            about="Draws that anyone can recompute, findings put to the unit, corrections rechecked by another inspector.",
            required_for=("inspector",),
        ),
        by=ada,
        at=at - 320 * DAY,
    )
    _held(cast, press, ("emil", "ada"), trainer="市委党校 高老师", by=ada, at=at - 330 * DAY)
    _held(cast, channels, ("ada", "chen"), trainer="", by=ada, at=at - 120 * DAY)
    _held(cast, press, ("chen", "ada"), trainer="市委党校 高老师", by=ada, at=at - 60 * DAY)
    for person, days in (("emil", 329), ("ada", 328), ("chen", 59)):
        actions.take_quiz(press, {0: 0, 1: 0}, by=cast[person], at=at - days * DAY)
    for course, days, trainer in ((press, 12, "市委党校 高老师"), (inspecting, 20, "")):
        coming = _planned(course, at + days * DAY, trainer, dana.person, by=ada, at=at - DAY)
        actions.enter(coming, [emil.person or 0], by=emil, at=at - DAY)
    exercise = actions.begin_exercise(press, by=emil, at=at - 5 * DAY)
    actions.hand_in_exercise(exercise, ANSWER, by=emil, at=at - 5 * DAY + timedelta(minutes=8))
    words = "时间、地点、下一次通报都有了。可把“原因正在查”放到最后一句，再补一句向居民致歉。"
    actions.give_feedback(exercise, words, by=ada, at=at - 4 * DAY)


def _planned(
    course: int, begins_at: datetime, trainer: str, person: int | None, *, by: Actor, at: datetime
) -> int:
    """Plan a sitting with a trainer from outside, or with one of the house."""
    inside = None if trainer else person
    draft = SessionDraft(course, begins_at, "局机关三楼会议室", inside, trainer)
    return actions.plan_session(draft, by=by, at=at)


def _held(cast: Cast, course: int, names: tuple[str, ...], *, trainer: str, by: Actor, at: datetime) -> None:
    """Let a sitting take place: everybody entered was there, and it was signed the same evening."""
    session = _planned(course, at, trainer, cast["dana"].person, by=by, at=at - 7 * DAY)
    persons = [cast[name].person or 0 for name in names]
    actions.enter(session, persons, by=by, at=at - 7 * DAY)
    actions.sign_for(session, persons, by=by, at=at + timedelta(hours=4))
