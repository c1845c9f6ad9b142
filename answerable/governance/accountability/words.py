"""States, moves, papers, measures, excuses and their evidence in words."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.papers import Kind, Way
from answerable.governance.accountability.rules.seats import Hindrance, Role
from answerable.governance.accountability.rules.states import State
from answerable.governance.duties.words import day_words, moment_words

STATES = {
    State.OPENED: lazy("excuses first"),
    State.FACTS: lazy("facts are established"),
    State.TOLD: lazy("told, being heard"),
    State.HEARD: lazy("heard, to be decided"),
    State.DECIDED: lazy("decided, to be served"),
    State.SERVED: pgettext_lazy("file", "served"),
    State.UNDER_REVIEW: lazy("under review"),
    State.REVIEWED: pgettext_lazy("file", "reviewed"),
    State.UNDER_APPEAL: lazy("under appeal"),
    State.APPEALED: lazy("appeal decided"),
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
    Kind.FACTS: lazy("Facts established"),
    Kind.NOTICE: lazy("Notice of facts and grounds"),
    Kind.STATEMENT: lazy("Statement and defence"),
    Kind.VERIFIED: lazy("What was verified of the defence"),
    Kind.DECISION: pgettext_lazy("paper", "Decision"),
    Kind.REVIEW_ASKED: lazy("Request for review"),
    Kind.REVIEW: lazy("Decision on review"),
    Kind.APPEAL_ASKED: pgettext_lazy("paper", "Appeal"),
    Kind.APPEAL: lazy("Decision on appeal"),
    Kind.DROPPED: lazy("Why the file was dropped"),
}
WAYS = {
    Way.OWN_WORD: lazy("confirmed by the person concerned"),
    Way.BY_HAND: lazy("handed over before a witness"),
    Way.ANSWERED: lazy("answered by the person concerned"),
}
MEASURES = {
    Measure.NONE: lazy("nothing"),
    Measure.REMINDER: pgettext_lazy("measure", "reminder"),
    Measure.TALK: pgettext_lazy("measure", "talk"),
    Measure.NOTICE: pgettext_lazy("measure", "notice within the body"),
    Measure.HANDED_OVER: lazy("handed over to another body"),
}
ROLES = {
    Role.FINDER: lazy("establishes the facts"),
    Role.PANEL: lazy("decides"),
    Role.REVIEWER: lazy("reviews"),
    Role.SUPERIOR: lazy("takes the filings of this duty: takes no part"),
}
HINDRANCES = {
    Hindrance.CONCERNED: lazy("the file is about them"),
    Hindrance.SUPERIOR: lazy("they take the filings of this duty"),
    Hindrance.FOUND_FACTS: lazy("they established the facts"),
    Hindrance.DECIDED: lazy("they sat on the decision"),
    Hindrance.STOOD_ASIDE: lazy("they stepped aside"),
    Hindrance.SEATED: lazy("they have this part already"),
}
EXCUSES = {
    "post_empty": lazy("The post was empty"),
    "absence_without_backup": lazy("Away without anybody standing in"),
    "notice_undelivered": lazy("No reminder reached anybody"),
    "calendar_changed": lazy("The working days were changed"),
    "system_outage": lazy("The system stood still"),
    "superior_hold": lazy("A superior held the paper"),
    "not_shown": lazy("A breach was not shown"),
}
VERDICTS = {"": lazy("not judged yet"), "holds": lazy("it excuses"), "holds_not": lazy("it does not excuse")}
EVIDENCE = {
    "held": lazy("held the post"),
    "away": lazy("away"),
    "notice_queued": lazy("reminder not sent out"),
    "notice_delivered": lazy("reminder delivered"),
    "notice_kept": lazy("reminder in the house inbox only"),
    "notice_failed": lazy("reminder could not be delivered"),
    "notice_acknowledged": lazy("reminder taken notice of"),
    "recounted": lazy("due date moved"),
    "standstill": lazy("stood still"),
    "returned": lazy("filing lay before it came back"),
    "wish": lazy("wish for time lay"),
    "wish_open": lazy("wish for time never answered"),
    "review": lazy("text lay at its gate"),
}
PARTS = {"worker": lazy("sending and reminding"), "web": lazy("the pages")}


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
        return _("%(days)s of %(of)s days") % {"days": facts.get("days", 0), "of": facts.get("of", 0)}
    if key == "notice_undelivered":
        counts = {"delivered": facts.get("delivered", 0), "notices": facts.get("notices", 0)}
        return _("%(delivered)s of %(notices)s reminders arrived") % counts
    if key == "system_outage":
        return _("%(hours)s hours") % {"hours": facts.get("hours", 0)}
    if key == "superior_hold":
        return _("%(days)s days") % {"days": facts.get("days", 0)}
    return ""


ACTS = {
    "accountability.open_file": lazy("opened the file"),
    "accountability.judge_excuse": lazy("judged an excuse"),
    "accountability.name_people": lazy("named people"),
    "accountability.step_aside": lazy("noted that somebody steps aside"),
    "accountability.doubt": lazy("doubted that a member can judge freely"),
    "accountability.answer_doubt": lazy("answered a doubt"),
    "accountability.write_facts": lazy("wrote the facts down"),
    "accountability.confirm_paper": lazy("confirmed a paper"),
    "accountability.tell": lazy("told the person concerned facts and grounds"),
    "accountability.receive": lazy("noted that a paper has come"),
    "accountability.state": lazy("put a statement into the file"),
    "accountability.give_time": lazy("gave more time to answer"),
    "accountability.end_hearing": lazy("ended the hearing"),
    "accountability.vote": lazy("voted"),
    "accountability.decide": lazy("wrote the decision down"),
    "accountability.drop": lazy("dropped the file"),
    "accountability.serve": lazy("served the decision"),
    "accountability.ask_review": lazy("asked for review"),
    "accountability.decide_review": lazy("wrote down the decision on review"),
    "accountability.ask_appeal": lazy("appealed"),
    "accountability.decide_appeal": lazy("wrote down the decision on appeal"),
    "accountability.close": lazy("closed the file"),
    "accountability.erase": lazy("erased the texts, their time being over"),
}
