"""States, moves, papers, measures, excuses and their evidence in words."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.papers import Kind, Way
from answerable.governance.accountability.rules.seats import Hindrance, Role
from answerable.governance.accountability.rules.states import State
from answerable.governance.duties.words import day_words, moment_words

STATES = {
    State.OPENED: _("excuses first"),
    State.FACTS: _("facts are established"),
    State.TOLD: _("told, being heard"),
    State.HEARD: _("heard, to be decided"),
    State.DECIDED: _("decided, to be served"),
    State.SERVED: pgettext_lazy("file", "served"),
    State.UNDER_REVIEW: _("under review"),
    State.REVIEWED: pgettext_lazy("file", "reviewed"),
    State.UNDER_APPEAL: _("under appeal"),
    State.APPEALED: _("appeal decided"),
    State.DROPPED: pgettext_lazy("file", "dropped"),
    State.CLOSED: pgettext_lazy("file", "closed"),
}
TONES = {
    State.DROPPED: "idle",
    State.CLOSED: "idle",
    State.SERVED: "ok",
    State.REVIEWED: "ok",
    State.APPEALED: "ok",
}
PAPERS = {
    Kind.FACTS: _("Facts established"),
    Kind.NOTICE: _("Notice of facts and grounds"),
    Kind.STATEMENT: _("Statement and defence"),
    Kind.VERIFIED: _("What was verified of the defence"),
    Kind.DECISION: pgettext_lazy("paper", "Decision"),
    Kind.REVIEW_ASKED: _("Request for review"),
    Kind.REVIEW: _("Decision on review"),
    Kind.APPEAL_ASKED: pgettext_lazy("paper", "Appeal"),
    Kind.APPEAL: _("Decision on appeal"),
    Kind.DROPPED: _("Why the file was dropped"),
}
WAYS = {
    Way.OWN_WORD: _("confirmed by the person concerned"),
    Way.BY_HAND: _("handed over before a witness"),
    Way.ANSWERED: _("answered by the person concerned"),
}
MEASURES = {
    Measure.NONE: _("nothing"),
    Measure.REMINDER: pgettext_lazy("measure", "reminder"),
    Measure.TALK: pgettext_lazy("measure", "talk"),
    Measure.NOTICE: pgettext_lazy("measure", "notice within the body"),
    Measure.HANDED_OVER: _("handed over to another body"),
}
ROLES = {
    Role.FINDER: _("establishes the facts"),
    Role.PANEL: _("decides"),
    Role.REVIEWER: _("reviews"),
    Role.SUPERIOR: _("takes the filings of this duty: takes no part"),
}
HINDRANCES = {
    Hindrance.CONCERNED: _("the file is about them"),
    Hindrance.SUPERIOR: _("they take the filings of this duty"),
    Hindrance.OPENED: _("they opened the file"),
    Hindrance.FOUND_FACTS: _("they established the facts"),
    Hindrance.DECIDED: _("they sat on the decision"),
    Hindrance.STOOD_ASIDE: _("they stepped aside"),
    Hindrance.SEATED: _("they have this part already"),
}
EXCUSES = {
    "post_empty": _("The post was empty"),
    "absence_without_backup": _("Away without anybody standing in"),
    "notice_undelivered": _("No reminder reached anybody"),
    "calendar_changed": _("The working days were changed"),
    "system_outage": _("The system stood still"),
    "superior_hold": _("A superior held the paper"),
    "not_shown": _("A breach was not shown"),
}
VERDICTS = {"": _("not judged yet"), "holds": _("it excuses"), "holds_not": _("it does not excuse")}
EVIDENCE = {
    "held": _("held the post"),
    "away": pgettext_lazy("file", "away"),
    "notice_queued": _("reminder not sent out"),
    "notice_delivered": _("reminder delivered"),
    "notice_kept": _("reminder in the house inbox only"),
    "notice_failed": _("reminder could not be delivered"),
    "notice_acknowledged": _("reminder taken notice of"),
    "recounted": _("due date moved"),
    "standstill": pgettext_lazy("file", "stood still"),
    "returned": _("filing lay before it came back"),
    "wish": _("wish for time lay"),
    "wish_open": _("wish for time never answered"),
    "review": _("text lay at its gate"),
}
PARTS = {"worker": _("sending and reminding"), "web": _("the pages")}


def name_of(en: str, zh: str) -> str:
    """Name a duty in the reader's language, or in the one it has."""
    first, second = (zh, en) if (get_language() or "en").startswith("zh") else (en, zh)
    return first or second


def evidence_words(line: dict[str, Any]) -> str:
    """Write one line of evidence: who or what, and from when to when."""
    what = str(EVIDENCE.get(line["what"], line["what"]))
    who = str(PARTS.get(line["who"], line["who"]))
    span = " – ".join(part for part in (_moment(line["from"]), _moment(line["to"])) if part)
    return " · ".join(part for part in (who, what, span) if part)


def _moment(text: str) -> str:
    if not text:
        return ""
    if len(text) == len("2026-01-01"):
        return day_words(date.fromisoformat(text))
    return moment_words(datetime.fromisoformat(text))


def facts_words(key: str, facts: dict[str, Any]) -> str:
    """Write by how much an excuse was so."""
    if key in ("post_empty", "absence_without_backup"):
        return gettext("%(days)s of %(of)s days") % {"days": facts.get("days", 0), "of": facts.get("of", 0)}
    if key == "notice_undelivered":
        counts = {"delivered": facts.get("delivered", 0), "notices": facts.get("notices", 0)}
        return gettext("%(delivered)s of %(notices)s reminders arrived") % counts
    if key == "system_outage":
        return gettext("%(hours)s hours") % {"hours": f"{facts.get('hours', 0):g}"}
    if key == "superior_hold":
        return gettext("%(days)s days") % {"days": f"{facts.get('days', 0):g}"}
    return ""


ACTS = {
    "accountability.open_file": _("opened the file"),
    "accountability.judge_excuse": _("judged an excuse"),
    "accountability.name_people": _("named people"),
    "accountability.step_aside": _("noted that somebody steps aside"),
    "accountability.doubt": _("doubted that a member can judge freely"),
    "accountability.answer_doubt": _("answered a doubt"),
    "accountability.write_facts": _("wrote the facts down"),
    "accountability.confirm_paper": _("confirmed a paper"),
    "accountability.tell": _("told the person concerned facts and grounds"),
    "accountability.receive": _("noted that a paper has come"),
    "accountability.state": _("put a statement into the file"),
    "accountability.give_time": _("gave more time to answer"),
    "accountability.end_hearing": _("ended the hearing"),
    "accountability.vote": _("voted"),
    "accountability.decide": _("wrote the decision down"),
    "accountability.drop": _("dropped the file"),
    "accountability.serve": _("served the decision"),
    "accountability.ask_review": _("asked for review"),
    "accountability.decide_review": _("wrote down the decision on review"),
    "accountability.ask_appeal": _("appealed"),
    "accountability.decide_appeal": _("wrote down the decision on appeal"),
    "accountability.close": _("closed the file"),
    "accountability.erase": _("erased the texts, their time being over"),
}
