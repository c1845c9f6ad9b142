"""Cases in plain words, the same on a page, in a spreadsheet and in a report upward."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from answerable.response.cases.queries.loudness import Loudness
from answerable.response.cases.rules.before_after import RateRatio
from answerable.response.cases.rules.levels import Level
from answerable.response.cases.rules.states import OPEN, PaperState, ReviewState, State

#: Tones of states and levels: a colour never stands without its word and icon.
LEVEL_TONES = {Level.GRAVE: "late", Level.MAJOR: "late", Level.CONSIDERABLE: "soon", Level.ORDINARY: "ok"}
LEVEL_ICONS = {
    Level.GRAVE: "exclamation-octagon",
    Level.MAJOR: "exclamation-triangle",
    Level.CONSIDERABLE: "arrow-up-right",
    Level.ORDINARY: "dash-circle",
}
PAPER_TONES = {
    PaperState.DRAFT: "soon",
    PaperState.SIGNED: "soon",
    PaperState.SENT: "ok",
    PaperState.RECEIPTED: "ok",
}
REVIEW_TONES = {
    ReviewState.DUE: "soon",
    ReviewState.HELD: "ok",
    ReviewState.ACTIONS_OPEN: "soon",
    ReviewState.CLOSED: "ok",
}


def state_tone(state: State) -> str:
    """Give the tone of a case's state."""
    if state in (State.ANSWERED, State.FOLLOWING, State.CLOSED):
        return "ok"
    return "soon" if state in OPEN else "idle"


def ratio_words(compared: RateRatio) -> str:
    """Say a ratio with its interval: 0.4 times as many (95 % between 0.3 and 0.6)."""
    low = number_format(round(compared.low, 2), 2)
    if compared.ratio is None or compared.high is None:
        return _("at least %(low)s times as many (95 %% interval)") % {"low": low}
    return _("%(ratio)s times as many (95 %% interval %(low)s to %(high)s)") % {
        "ratio": number_format(round(compared.ratio, 2), 2),
        "low": low,
        "high": number_format(round(compared.high, 2), 2),
    }


def loudness_words(told: Loudness) -> str:
    """Say in one sentence what the stories did around the answer, and what that does not show."""
    if told.compared is None:
        return ""
    found = told.compared
    span = ngettext("%(hours)s full hour", "%(hours)s full hours", told.hours) % {"hours": told.hours}
    counted = _(
        "In the %(span)s before the answer %(before)s publications carried it, in as many after it %(after)s: "
        "%(ratio)s."
    ) % {"span": span, "before": found.before, "after": found.after, "ratio": ratio_words(found)}
    verdict = (
        _("That is more of a difference than chance between two such counts makes.")
        if found.is_clear
        else _("Chance alone can make such a difference.")
    )
    caution = _(
        "Publications copy one another, so the true interval is wider; and stories fade by themselves: "
        "this says nothing about the cause."
    )
    return f"{counted} {verdict} {caution}"
