"""What only a person can write: the passage stands in the paper, says that it is missing, and asks for it."""

from datetime import datetime

from answerable.reports.kinds.kind import Count, Part
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told
from answerable.response.letters import queries as letters


def _asked(key: str, heading: Told, en: str, zh: str) -> Part:
    return Part(key, heading, missing=(Told(en, zh),))


def next_steps_part(_period: Period, *, at: datetime) -> Part:
    """Ask how the problems are handled and what comes next."""
    return _asked(
        "next_steps",
        Told("How they are handled, and what comes next", "处理措施和下一步打算"),
        "Not written yet: what was done about each problem, by whom and by when.",
        "尚未填写：对每个问题采取的措施、责任单位和完成期限。",
    )


def conclusions_part(_period: Period, *, at: datetime) -> Part:
    """Ask what was concluded."""
    return _asked(
        "conclusions",
        Told("What was concluded", "研究意见"),
        "Not written yet: what was decided, who does it, by when.",
        "尚未填写：研究决定的事项、责任单位和完成期限。",
    )


def attendance_part(_period: Period, *, at: datetime) -> Part:
    """Ask who was there: a minute without it proves nothing."""
    return _asked(
        "attendance",
        Told("When, where and who was there", "时间、地点和参加人员"),
        "Not written yet: day, place, chair, those present and those who excused themselves.",
        "尚未填写：时间、地点、主持人、参加和请假人员。",
    )


def disclosure_parts(period: Period, *, at: datetime) -> tuple[Part, ...]:
    """Give the passages of the annual on disclosure: what is known of requests, and what this house does not count."""
    found = letters.inquiry_figures(period.since, min(period.until, at))
    return (
        Part(
            "requests",
            Told("Requests for information", "依申请公开情况"),
            missing=(
                Told(
                    "Requests for information under art. 27 are kept in their own register, which this house does not"
                    " read: enter received, answered, refused by reason, carried over.",
                    "依申请公开办理情况不在本系统登记，请填写：收到、办结、不予公开（按理由）、结转件数。",
                ),
            ),
        ),
        Part(
            "media",
            Told("Questions of the press", "媒体问询"),
            missing=()
            if found.received
            else (Told("No question of the press was entered.", "本期没有登记媒体问询。"),),
            counts=_press(found),
        ),
        _asked(
            "lawsuits",
            Told("Reviews and lawsuits", "行政复议和行政诉讼"),
            "Reviews and lawsuits are not kept in this house: enter upheld, corrected, open.",
            "行政复议、行政诉讼不在本系统登记，请填写：维持、纠正、尚未审结件数。",
        ),
    )


def _press(found: letters.InquiryFigures) -> tuple[Count, ...]:
    return (
        Count(
            Told("Questions received", "收到问询"),
            found.received,
            found.received,
            "/respond/letters/inquiries/",
        ),
    )
