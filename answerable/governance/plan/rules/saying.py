"""Says what a plan's entries mean, in words: each year in May and November, by the end of the month."""

import re
from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext, pgettext_lazy
from django.utils.translation import gettext as _

from answerable.governance.plan.rules.document import (
    Due,
    Duty,
    Named,
    PlanDocument,
    PlanGate,
    PlanRule,
    PlanStage,
)
from answerable.governance.plan.rules.recurring import read_rhythm
from answerable.governance.plan.rules.vocabulary import DOERS, EVENTS, RECIPIENTS

KIND_NAMES: dict[str, str | Promise] = {
    "post": pgettext_lazy("plan", "post"),
    "duty": pgettext_lazy("plan", "duty"),
    "rule": pgettext_lazy("plan", "clock"),
    "gate": pgettext_lazy("plan", "gate"),
    "check": pgettext_lazy("plan", "check"),
    "proc": pgettext_lazy("plan", "procedure"),
}
DEEDS: dict[str, str | Promise] = {
    "register": pgettext_lazy("plan", "register"),
    "assess": pgettext_lazy("plan", "assess"),
    "publish_authoritative_info": pgettext_lazy("plan", "publish authoritative information"),
    "press_conference": pgettext_lazy("plan", "hold a press conference"),
    "publish_response": pgettext_lazy("plan", "publish the answer"),
    "update": pgettext_lazy("plan", "publish an update"),
    "verbal_report": pgettext_lazy("plan", "report by telephone"),
    "written_report": pgettext_lazy("plan", "report in writing"),
    "substantive_reply": pgettext_lazy("plan", "reply in substance"),
    "answer_inquiry": pgettext_lazy("plan", "answer the press"),
    "after_action_review": pgettext_lazy("plan", "hold the after-action review"),
    "handover_and_rotate_credentials": pgettext_lazy("plan", "hand over and change passwords"),
    "file_change": pgettext_lazy("plan", "file the change"),
    "report_problem": pgettext_lazy("plan", "report the problem"),
    "rectify": pgettext_lazy("plan", "put it right"),
    "recheck": pgettext_lazy("plan", "check again"),
}


def joined(words: Sequence[str]) -> str:
    """Join words as the reader's language does."""
    return _(", ").join(words)


def rhythm(rrule: str) -> str:
    """Say how often."""
    try:
        parts = read_rhythm(rrule)
    except ValueError:
        return rrule
    if parts["FREQ"] == "DAILY":
        return _("every day")
    if parts["FREQ"] == "WEEKLY":
        return _("every week")
    if parts["FREQ"] == "MONTHLY":
        step = int(parts.get("INTERVAL", "1"))
        return _("every month") if step == 1 else _("every %(count)s months") % {"count": step}
    months = [int(month) for month in parts.get("BYMONTH", "").split(",") if month]
    if months == [3, 6, 9, 12]:
        return _("every quarter")
    if months == [6, 12]:
        return _("every half-year")
    if not months:
        return _("every year")
    return _("every year in %(months)s") % {"months": joined([month_name(month) for month in months])}


_MONTHS = (
    *(pgettext_lazy("plan", "January"), pgettext_lazy("plan", "February"), pgettext_lazy("plan", "March")),
    *(pgettext_lazy("plan", "April"), pgettext_lazy("plan", "May"), pgettext_lazy("plan", "June")),
    *(pgettext_lazy("plan", "July"), pgettext_lazy("plan", "August"), pgettext_lazy("plan", "September")),
    *(pgettext_lazy("plan", "October"), pgettext_lazy("plan", "November"), pgettext_lazy("plan", "December")),
)


def month_name(month: int) -> str:
    """Name a month."""
    return str(_MONTHS[month - 1])


def due_words(due: Due) -> str:
    """Say where in its period the deadline lies."""
    after = re.fullmatch(r"(\d+)(wd|cd) after(?: (\d+:\d\d))?", due.at)
    day = re.fullmatch(r"day (\d+)(?: .*)?", due.at)
    if after:
        words = _("within %(limit)s after its end") % {"limit": limit_words(after.group(1) + after.group(2))}
    elif day:
        words = _("by day %(day)s") % {"day": day.group(1)}
    elif due.at.startswith("month_end"):
        words = _("by the last day of the month")
    elif due.at.startswith("period_end"):
        words = _("by the last day of the period")
    else:
        return _("by %(time)s") % {"time": due.at}
    rolls = {
        "prev": _("earlier where that day is not worked"),
        "next": _("later where that day is not worked"),
    }
    return joined([words, rolls[due.roll]]) if due.roll in rolls and not after else words


def limit_words(limit: str) -> str:
    """Say a limit: 7 working days."""
    found = re.fullmatch(r"(\d+)(wd|wh|cd|h)", limit)
    if found is None:
        return limit
    count = int(found.group(1))
    words = {
        "h": ngettext("%(count)s hour", "%(count)s hours", count),
        "wh": ngettext("%(count)s working hour", "%(count)s working hours", count),
        "wd": ngettext("%(count)s working day", "%(count)s working days", count),
        "cd": ngettext("%(count)s day", "%(count)s days", count),
    }
    return words[found.group(2)] % {"count": count}


def named(document: PlanDocument, code: str) -> str:
    """Name a post, a recipient or a doer in the reader's language."""
    language = get_language() or "en"
    if code in document.posts:
        return document.posts[code].name(language)
    return str({**DOERS, **RECIPIENTS}.get(code, code))


def stage_words(stage: PlanStage, document: PlanDocument) -> str:
    """Say one stage: within 5 hours: publish authoritative information (spokesperson)."""
    deed = str(DEEDS.get(stage.do, stage.do))
    who = joined([named(document, code) for code in stage.by])
    if stage.every:
        said = _("every %(limit)s: %(deed)s") % {"limit": limit_words(stage.every), "deed": deed}
    elif stage.in_:
        said = _("within %(limit)s: %(deed)s") % {"limit": limit_words(stage.in_), "deed": deed}
    else:
        said = _("at the next turn: %(deed)s") % {"deed": deed}
    return _("%(said)s (%(who)s)") % {"said": said, "who": who} if who else said


def duty_words(duty: Duty, document: PlanDocument) -> str:
    """Say a duty in one line: who, how often, by when, to whom."""
    parts = [named(document, duty.owner), rhythm(duty.rrule), due_words(duty.due)]
    if duty.to:
        parts.append(_("to %(whom)s") % {"whom": named(document, duty.to)})
    return " · ".join(part for part in parts if part)


def rule_words(rule: PlanRule, document: PlanDocument) -> str:
    """Say an event rule in one line."""
    event = re.split(r"[\s=]", rule.on, maxsplit=1)[0]
    said = "; ".join(stage_words(stage, document) for stage in rule.stages)
    return _("when %(event)s: %(said)s") % {"event": EVENTS.get(event, rule.on), "said": said}


def gate_words(gate: PlanGate) -> str:
    """Say a gate in one line: its steps in order."""
    language = get_language() or "en"
    return " → ".join(step.name(language) for step in gate.steps)


def thing_words(kind: str, thing: Named, document: PlanDocument) -> str:
    """Say anything that a clause gives rise to in one line."""
    if isinstance(thing, Duty):
        return duty_words(thing, document)
    if isinstance(thing, PlanRule):
        return rule_words(thing, document)
    if isinstance(thing, PlanGate):
        return gate_words(thing)
    return ""
