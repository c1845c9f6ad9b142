"""Says what a plan's entries mean, in words: each year in May and November, by the end of the month."""

import re
from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
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
    "post": gettext_lazy("post"),
    "duty": gettext_lazy("duty"),
    "rule": gettext_lazy("clock"),
    "gate": gettext_lazy("gate"),
    "check": gettext_lazy("check"),
    "proc": gettext_lazy("procedure"),
}
DEEDS: dict[str, str | Promise] = {
    "register": gettext_lazy("register"),
    "assess": gettext_lazy("assess"),
    "publish_authoritative_info": gettext_lazy("publish authoritative information"),
    "press_conference": gettext_lazy("hold a press conference"),
    "publish_response": gettext_lazy("publish the answer"),
    "update": gettext_lazy("publish an update"),
    "verbal_report": gettext_lazy("report by telephone"),
    "written_report": gettext_lazy("report in writing"),
    "substantive_reply": gettext_lazy("reply in substance"),
    "answer_inquiry": gettext_lazy("answer the press"),
    "after_action_review": gettext_lazy("hold the after-action review"),
    "handover_and_rotate_credentials": gettext_lazy("hand over and change passwords"),
    "file_change": gettext_lazy("file the change"),
    "report_problem": gettext_lazy("report the problem"),
    "rectify": gettext_lazy("put it right"),
    "recheck": gettext_lazy("check again"),
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
    *(gettext_lazy("January"), gettext_lazy("February"), gettext_lazy("March"), gettext_lazy("April")),
    *(gettext_lazy("May"), gettext_lazy("June"), gettext_lazy("July"), gettext_lazy("August")),
    *(gettext_lazy("September"), gettext_lazy("October"), gettext_lazy("November"), gettext_lazy("December")),
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
