"""What only a person can write: the passage stands in the paper, says that it is missing, and asks for it."""

from datetime import datetime

from answerable.reports.kinds.kind import Part
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told


def asked(key: str, heading: Told, en: str, zh: str) -> Part:
    """Ask for a passage."""
    return Part(key, heading, missing=(Told(f"Not written yet: {en}", f"尚未填写：{zh}"),))


def next_steps_part(_period: Period, *, at: datetime) -> Part:
    """Ask what comes next."""
    return asked(
        "next_steps",
        Told("What comes next", "下一步工作打算"),
        "measures, by whom and by when.",
        "具体措施、责任单位和完成期限。",
    )


def conclusions_part(_period: Period, *, at: datetime) -> Part:
    """Ask what was concluded."""
    return asked(
        "conclusions",
        Told("What was concluded", "研究议定事项"),
        "what was decided, who does it, by when.",
        "议定的事项、责任单位和完成期限。",
    )


def requirements_part(_period: Period, *, at: datetime) -> Part:
    """Ask what the units are told to do."""
    return asked(
        "requirements",
        Told("What is asked of the units", "工作要求"),
        "what each unit is to do because of the studies, by when.",
        "对各单位的工作要求和完成期限。",
    )


def attendance_part(_period: Period, *, at: datetime) -> Part:
    """Ask who was there: a minute without it proves nothing."""
    return asked(
        "attendance",
        Told("When, where and who was there", "会议时间、地点和参加人员"),
        "day, place, chair, those present, those who excused themselves, and who took the minutes.",
        "时间、地点、主持人、出席人员、请假人员、记录人。",
    )


def own_account_part(_period: Period, *, at: datetime) -> Part:
    """Ask for a post's own words: what was done beyond the dates, what was not, and why."""
    return asked(
        "account",
        Told("In the post's own words", "履职自述"),
        "what was done beyond these dates, what was not, why, and what changes.",
        "主要做法和成效、存在不足及原因、改进措施。",
    )


def lessons_part(_period: Period, *, at: datetime) -> Part:
    """Ask for main problems and how they are put right, as the annual on disclosure has them."""
    return asked(
        "lessons",
        Told("Main problems and how they are put right", "存在的主要问题及改进情况"),
        "main problems of this year, and what became of last year's.",
        "本年度存在的主要问题和改进措施，上一年度问题的整改情况。",
    )
