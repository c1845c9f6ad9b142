"""Stages, states, days and deeds of the room in words."""

from collections.abc import Callable
from typing import Protocol

from django.utils.translation import get_language, gettext, gettext_noop, ngettext, npgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

STAGE_NAMES = {
    "register": _("Register the concern"),
    "assess": _("Assess the concern"),
    "publish_authoritative_info": _("Publish what is known"),
    "publish_authoritative_information": _("Publish what is known"),
    "press_conference": _("Press conference"),
    "publish_response": _("Publish the answer"),
    "update": _("Next update"),
    "verbal_report": _("Report upward by telephone"),
    "written_report": _("Report upward in writing"),
    "after_action_review": pgettext_lazy("stage", "Hold the review"),
    "review_action": _("Do what the review asks for"),
    "press_answer": _("Answer the journalist"),
    "task": pgettext_lazy("stage", "Task"),
    "substantive_reply": _("Reply to the letter"),
    "reply": pgettext_lazy("stage", "Reply"),
    "acknowledge": pgettext_lazy("stage", "Acknowledge"),
    "answer": pgettext_lazy("stage", "Answer"),
    "file": pgettext_lazy("stage", "File"),
    "filing": pgettext_lazy("stage", "File"),
    "rectify": _("Put right"),
    "recheck": _("Check again"),
    "handover_and_rotate_credentials": _("Hand over and change the passwords"),
    "file_change": _("File the change"),
    "agree_before_release": _("Agree on the assessment before the release"),
    "assess_after_release": _("Agree on the assessment that is owed"),
    "statement": pgettext_lazy("stage", "Answer to what was told"),
    "ask_review": pgettext_lazy("stage", "Time to ask for review"),
    "decide_review": pgettext_lazy("stage", "Decide on the review"),
    "ask_appeal": pgettext_lazy("stage", "Time to appeal"),
    "decide_appeal": pgettext_lazy("stage", "Decision on the appeal"),
}
STATE_NAMES = {
    "running": pgettext_lazy("clock", "running"),
    "paused": pgettext_lazy("clock", "stands still"),
    "breached": _("run out"),
    "met": _("done in time"),
    "met_late": _("done late"),
    "closed": pgettext_lazy("clock", "over"),
}
DAY_NAMES = {
    "working": _("working day"),
    "make_up": _("make-up working day"),
    "weekend": _("weekend"),
    "holiday": _("holiday"),
}
DO_NAMES = {
    "start_reminder": _("reminder to begin"),
    "remind": _("reminder"),
    "urge_notice": _("urge notice"),
    "breach_notice": _("notice that the limit has run out"),
    "open_finding": _("finding of a missed duty"),
}
REASON_NAMES = {"asked_for_clarification": _("the asker was asked to explain")}
CALENDAR_NAMES = {
    "CN": _("China"),
    "HK": _("Hong Kong"),
    "MO": _("Macau"),
    "GB-ENG": _("England and Wales"),
    "GB-SCT": _("Scotland"),
    "GB-NIR": _("Northern Ireland"),
    "IE": _("Ireland"),
    "BARE": _("our place"),
}
#: Names that the shipped calendars give to days off, for the catalogue of words.
SHIPPED_DAYS = (
    gettext_noop("New Year's Day"),
    gettext_noop("Chinese New Year (Spring Festival)"),
    gettext_noop("Chinese New Year's Eve"),
    gettext_noop("Tomb-Sweeping Day"),
    gettext_noop("Labor Day"),
    gettext_noop("Dragon Boat Festival"),
    gettext_noop("Mid-Autumn Festival"),
    gettext_noop("Mid-Autumn Festival; National Day"),
    gettext_noop("National Day"),
    gettext_noop("Day off in exchange"),
)


class Titled(Protocol):
    """What is titled in one language, and perhaps in Chinese, too."""

    title: str
    title_zh: str


def titled(thing: Titled) -> str:
    """Give a title in the reader's language, or the one there is."""
    return thing.title_zh or thing.title if (get_language() or "").startswith("zh") else thing.title


def stage_name(stage: str) -> str:
    """Say a stage; one that only the plan knows is shown as the plan writes it."""
    return str(STAGE_NAMES.get(stage, stage.replace("_", " ")))


def limit_words(limit: str) -> str:
    """Say a limit: 7wd is 7 working days."""
    amount = limit.rstrip("hwdc")
    span = limit[len(amount) :]
    if span not in _SPANS or not amount:
        return limit
    return _counted(_SPANS[span], int(amount))


def offset_words(offset: str) -> str:
    """Say when a rung is climbed: -2wd is 2 working days before the end."""
    number = offset.strip("+-hwdc% ")
    span = offset.lstrip("+- ")[len(number) :].strip()
    if span == "%":
        return gettext("%(number)s%% of the time left") % {"number": number}
    if not int(number):
        return gettext("at the end")
    said = _counted(_SPANS[span], int(number))
    words = (
        gettext("%(span)s before the end") if offset.startswith("-") else gettext("%(span)s after the end")
    )
    return words % {"span": said}


def _counted(words: Callable[[int], str], number: int) -> str:
    return words(number) % {"number": number}


#: What a limit or an offset counts; each is asked for at the moment it is said, in the reader's language.
_SPANS: dict[str, Callable[[int], str]] = {
    "h": lambda number: ngettext("%(number)s hour", "%(number)s hours", number),
    "wh": lambda number: ngettext("%(number)s working hour", "%(number)s working hours", number),
    "wd": lambda number: ngettext("%(number)s working day", "%(number)s working days", number),
    "cd": lambda number: npgettext("clock", "%(number)s day", "%(number)s days", number),
}
TO_NAMES = {"holiday": _("days off"), "make_up": _("make-up working days"), "plain": _("as the week says")}
WHO_NAMES = {"owner": pgettext_lazy("clock", "owner"), "backup": _("backup"), "superior": _("superior")}
CHANGE_NAMES = {
    "extended": pgettext_lazy("clock", "extended"),
    "moved": _("another date was agreed"),
    "paused": _("stood still"),
    "calendar": _("the calendar changed"),
}
