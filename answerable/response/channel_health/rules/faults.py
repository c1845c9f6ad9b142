"""What can be wrong with a channel: each fault with its measure, its sentence and what becomes of it."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.kernel.moves import Moves
from answerable.response.channel_health.rules.metrics import Metric


class Fault(StrEnum):
    """One sort of fault."""

    UNREACHABLE = "unreachable"
    HOME_STALE = "home_stale"
    COLUMN_STALE = "column_stale"
    COLUMN_EMPTY = "column_empty"
    COLUMN_GONE = "column_gone"
    LINK_DEAD = "link_dead"
    LINK_DEAD_OUTWARD = "link_dead_outward"
    SAYS_MISSING = "says_missing"
    NO_CONSULTATION = "no_consultation"
    CONSULTATION_DEAD = "consultation_dead"
    MESSAGE_WAITS = "message_waits"
    DATE_AHEAD = "date_ahead"
    DATE_AFTER_FILE = "date_after_file"
    DATE_AFTER_MAP = "date_after_map"
    DATE_BACKDATED = "date_backdated"
    DATE_REDATED = "date_redated"
    DATE_DIFFERS = "date_differs"
    BARRIER = "barrier"
    CERTIFICATE_ENDS = "certificate_ends"
    CERTIFICATE_ENDED = "certificate_ended"
    CERTIFICATE_BAD = "certificate_bad"
    NOT_POSTED = "not_posted"
    NO_REPLY_THERE = "no_reply_there"
    GRAVE_WORDING = "grave_wording"
    GRAVE_SECRET = "grave_secret"  # noqa: S105 - the name of a fault, not a password
    GRAVE_LINK = "grave_link"
    GRAVE_ATTACK = "grave_attack"
    GRAVE_DATES = "grave_dates"
    GRAVE_REACTION = "grave_reaction"
    GRAVE_UNUSABLE = "grave_unusable"


#: What a person enters; each fails the channel alone (国办秘函〔2019〕19号, single-veto items).
GRAVE = (
    Fault.GRAVE_WORDING,
    Fault.GRAVE_SECRET,
    Fault.GRAVE_LINK,
    Fault.GRAVE_ATTACK,
    Fault.GRAVE_DATES,
    Fault.GRAVE_REACTION,
    Fault.GRAVE_UNUSABLE,
)
METRIC_OF: Mapping[Fault, Metric] = {
    Fault.UNREACHABLE: Metric.REACHABLE,
    Fault.HOME_STALE: Metric.HOME,
    Fault.COLUMN_STALE: Metric.COLUMNS,
    Fault.COLUMN_EMPTY: Metric.EMPTY,
    Fault.COLUMN_GONE: Metric.LINKS,
    Fault.LINK_DEAD: Metric.LINKS,
    Fault.LINK_DEAD_OUTWARD: Metric.LINKS,
    Fault.SAYS_MISSING: Metric.LINKS,
    Fault.NO_CONSULTATION: Metric.INTERACTION,
    Fault.CONSULTATION_DEAD: Metric.INTERACTION,
    Fault.MESSAGE_WAITS: Metric.INTERACTION,
    Fault.NO_REPLY_THERE: Metric.INTERACTION,
    Fault.DATE_AHEAD: Metric.DATES,
    Fault.DATE_AFTER_FILE: Metric.DATES,
    Fault.DATE_AFTER_MAP: Metric.DATES,
    Fault.DATE_BACKDATED: Metric.DATES,
    Fault.DATE_REDATED: Metric.DATES,
    Fault.DATE_DIFFERS: Metric.DATES,
    Fault.BARRIER: Metric.ACCESS,
    Fault.CERTIFICATE_ENDS: Metric.CERTIFICATE,
    Fault.CERTIFICATE_ENDED: Metric.CERTIFICATE,
    Fault.CERTIFICATE_BAD: Metric.CERTIFICATE,
    Fault.NOT_POSTED: Metric.POSTED,
    **dict.fromkeys(GRAVE, Metric.GRAVE),
}
FAULT_NAMES = {
    Fault.UNREACHABLE: _("The site does not answer often enough"),
    Fault.HOME_STALE: _("The home page is not updated"),
    Fault.COLUMN_STALE: _("A column is not updated"),
    Fault.COLUMN_EMPTY: _("A column is empty"),
    Fault.COLUMN_GONE: _("A column cannot be opened"),
    Fault.LINK_DEAD: _("A link inside the site leads nowhere"),
    Fault.LINK_DEAD_OUTWARD: _("A link to another site leads nowhere"),
    Fault.SAYS_MISSING: _("A page says that it does not exist"),
    Fault.NO_CONSULTATION: _("Nobody can write to the body here"),
    Fault.CONSULTATION_DEAD: _("The page for messages cannot be used"),
    Fault.MESSAGE_WAITS: _("A message waits for its answer"),
    Fault.NO_REPLY_THERE: _("Messages cannot be answered there"),
    Fault.DATE_AHEAD: _("A date lies ahead"),
    Fault.DATE_AFTER_FILE: _("A date is later than the file that bears it"),
    Fault.DATE_AFTER_MAP: _("A date is later than the sitemap says"),
    Fault.DATE_BACKDATED: _("A new entry bears an old date"),
    Fault.DATE_REDATED: _("A list got new dates and no new text"),
    Fault.DATE_DIFFERS: _("List and page bear different dates"),
    Fault.BARRIER: _("A barrier for people with disabilities"),
    Fault.CERTIFICATE_ENDS: _("The certificate ends soon"),
    Fault.CERTIFICATE_ENDED: _("The certificate has ended"),
    Fault.CERTIFICATE_BAD: _("The certificate is not trusted"),
    Fault.NOT_POSTED: _("Nothing was posted for too long"),
    Fault.GRAVE_WORDING: _("Grave wording error"),
    Fault.GRAVE_SECRET: _("A secret or personal data is on the channel"),
    Fault.GRAVE_LINK: _("A violent, obscene or fraudulent link"),
    Fault.GRAVE_ATTACK: _("An attack was not dealt with"),
    Fault.GRAVE_DATES: _("Dates are faked"),
    Fault.GRAVE_REACTION: _("Grave negative reaction of the public"),
    Fault.GRAVE_UNUSABLE: _("Services cannot be used"),
}
#: Rules of axe-core that are read from markup, by their name there.
BARRIER_NAMES = {
    "html-has-lang": _("the language of the page is not named"),
    "document-title": _("the page has no title"),
    "image-alt": _("a picture has no text for those who do not see it"),
    "label": _("a field has no label"),
    "select-name": _("a choice has no label"),
    "link-name": _("a link has no words"),
    "button-name": _("a button has no words"),
    "frame-title": _("a frame has no title"),
    "meta-viewport": _("the page cannot be enlarged"),
    "page-has-heading-one": _("the page has no main heading"),
    "color-contrast": _("words stand out too little from their ground"),
}
#: What a machine only suspects: a person says whether it is so. Everything else is a fact.
SUSPECTED = frozenset(fault for fault, metric in METRIC_OF.items() if metric is Metric.DATES)


class State(StrEnum):
    """Where a finding stands."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    FIXED = "fixed"


class Move(StrEnum):
    """What can become of a finding; CLEAR and RETURN are made by a look, the others by a person."""

    CONFIRM = "confirm"
    DISMISS = "dismiss"
    REOPEN = "reopen"
    FIX = "fix"
    CLEAR = "clear"
    RETURN = "return"


MOVES: Moves[State, Move] = Moves(
    {
        (State.OPEN, Move.CONFIRM): State.CONFIRMED,
        (State.OPEN, Move.DISMISS): State.DISMISSED,
        (State.CONFIRMED, Move.DISMISS): State.DISMISSED,
        (State.DISMISSED, Move.REOPEN): State.OPEN,
        (State.CONFIRMED, Move.FIX): State.FIXED,
        (State.OPEN, Move.CLEAR): State.FIXED,
        (State.CONFIRMED, Move.CLEAR): State.FIXED,
        (State.DISMISSED, Move.CLEAR): State.FIXED,
        (State.FIXED, Move.RETURN): State.OPEN,
    }
)
STANDS = (State.OPEN, State.CONFIRMED)
STATE_NAMES = {
    State.OPEN: pgettext_lazy("finding", "open"),
    State.CONFIRMED: pgettext_lazy("finding", "confirmed"),
    State.DISMISSED: pgettext_lazy("finding", "dismissed"),
    State.FIXED: pgettext_lazy("finding", "put right"),
}
MOVE_NAMES = {
    Move.CONFIRM: pgettext_lazy("finding", "Confirm"),
    Move.DISMISS: pgettext_lazy("finding", "Dismiss"),
    Move.REOPEN: pgettext_lazy("finding", "Open again"),
    Move.FIX: pgettext_lazy("finding", "It is put right"),
}
STATE_TONES = {State.OPEN: "soon", State.CONFIRMED: "late", State.DISMISSED: "idle", State.FIXED: "ok"}


def moves_by_hand(fault: Fault, state: State) -> tuple[Move, ...]:
    """List what a person can do with a finding: facts are put right and looked at again, suspicions are judged."""
    allowed = [Move.REOPEN, Move.DISMISS]
    if fault in SUSPECTED:
        allowed.append(Move.CONFIRM)
    if fault in GRAVE:
        allowed.append(Move.FIX)
    return tuple(move for move in MOVES.open_to(state) if move in allowed)
