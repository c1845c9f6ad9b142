"""Inspections in plain words: methods, states, grades, seeds, acts."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.governance.inspections.rules.checklist import WAY_NAMES, Way
from answerable.governance.inspections.rules.states import Found, FoundMove, Lots, Stage, Trip

STAGES = {
    Stage.PLANNED: (pgettext_lazy("round", "planned"), "idle"),
    Stage.RUNNING: (pgettext_lazy("round", "running"), "soon"),
    Stage.REPORTED: (pgettext_lazy("round", "reported"), "ok"),
    Stage.CLOSED: (pgettext_lazy("round", "closed"), "ok"),
    Stage.CANCELLED: (pgettext_lazy("round", "cancelled"), "idle"),
}
LOTS = {
    Lots.COMMITTED: (pgettext_lazy("draw", "list fixed, not drawn yet"), "soon"),
    Lots.DRAWN: (pgettext_lazy("draw", "drawn"), "ok"),
    Lots.CANCELLED: (pgettext_lazy("draw", "cancelled"), "idle"),
}
TRIPS = {
    Trip.PLANNED: (pgettext_lazy("visit", "not begun"), "idle"),
    Trip.BEGUN: (pgettext_lazy("visit", "begun"), "soon"),
    Trip.DONE: (pgettext_lazy("visit", "handed in"), "ok"),
    Trip.VOID: (pgettext_lazy("visit", "dropped"), "idle"),
}
FOUND = {
    Found.OBSERVED: (pgettext_lazy("inspection finding", "seen, not yet put to the unit"), "idle"),
    Found.PUT: (pgettext_lazy("inspection finding", "put to the unit"), "soon"),
    Found.REPLIED: (pgettext_lazy("inspection finding", "the unit has replied"), "soon"),
    Found.CONFIRMED: (pgettext_lazy("inspection finding", "confirmed"), "late"),
    Found.RECTIFYING: (pgettext_lazy("inspection finding", "being put right"), "soon"),
    Found.CORRECTED: (pgettext_lazy("inspection finding", "put right, to be looked at again"), "soon"),
    Found.REPEATED: (pgettext_lazy("inspection finding", "still there"), "late"),
    Found.CLOSED: (pgettext_lazy("inspection finding", "closed"), "ok"),
    Found.DISMISSED: (pgettext_lazy("inspection finding", "dismissed"), "idle"),
}
GRADES = {
    "minor": pgettext_lazy("grade", "minor"),
    "major": pgettext_lazy("grade", "major"),
    "veto": pgettext_lazy("grade", "veto"),
}
MOVES = {
    FoundMove.PUT: _("Put it to the unit"),
    FoundMove.REPLY: pgettext_lazy("inspection finding", "Reply"),
    FoundMove.CONFIRM: pgettext_lazy("inspection finding", "Confirm"),
    FoundMove.DISMISS: pgettext_lazy("inspection finding", "Dismiss"),
    FoundMove.PLAN: _("Say how it is put right"),
    FoundMove.CORRECT: _("It is put right"),
    FoundMove.CLOSE: _("It is gone"),
    FoundMove.REPEAT: _("It is still there"),
}
SOURCES = {
    "ritual": _("a public ritual: dice or a lottery before witnesses"),
    "officer": _("an officer's seed, fixed by its hash first"),
    "beacon": _("a public beacon (drand quicknet)"),
}
FAULTS = {
    "list": _("the list of what was fixed"),
    "hash": _("the hash of the list"),
    "seed": _("the seed"),
    "sources": _("the sources of the seed"),
    "sealed": _("an officer's sealed part"),
    "order": _("the order of time: fixed, sealed, told"),
    "result": _("the result"),
    "format": _("the format of the file"),
}
#: What acts are called in a history.
ACTS = {
    "inspections.plan_round": pgettext_lazy("inspection", "planned"),
    "inspections.save_questions": _("changed the checklist"),
    "inspections.begin_round": _("began the round"),
    "inspections.report_round": _("reported the result"),
    "inspections.close_round": _("closed the round"),
    "inspections.cancel_round": _("cancelled the round"),
    "inspections.add_finding": _("noted it"),
    "inspections.put_to_unit": _("put it to the unit"),
    "inspections.reply": _("replied"),
    "inspections.confirm": _("confirmed it"),
    "inspections.dismiss": _("dismissed it"),
    "inspections.plan_correction": _("said how it is put right"),
    "inspections.correct": _("said it is put right"),
    "inspections.recheck": _("looked again"),
}
ORIGINS = {
    "method": _("Questions of the method"),
    "plan": _("Sentences of the plan"),
    "figures": _("Limits of the rule packs"),
}


def grade_name(grade: str) -> str:
    """Name a grade."""
    return str(GRADES.get(grade, grade))


def found_name(state: str) -> str:
    """Name the state of a finding."""
    return str(FOUND[Found(state)][0])


def trip_name(state: str) -> str:
    """Name the state of a visit."""
    return str(TRIPS[Trip(state)][0])


def way_name(way: str) -> str:
    """Name how a thing was looked at."""
    return str(WAY_NAMES[Way(way)])


def source_name(source: str) -> str:
    """Name where a part of a seed comes from."""
    return str(SOURCES.get(source.split(":")[0].split("-")[0], source))
