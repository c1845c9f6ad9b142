"""Names of states and moves for people."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.reports.rules.passages import Standing
from answerable.reports.rules.states import Move, State
from answerable.reports.rules.templates import TemplateMove, TemplateState

STATE_NAMES = {
    State.DRAFT: pgettext_lazy("paper", "draft"),
    State.IN_REVIEW: pgettext_lazy("paper", "being checked"),
    State.SIGNED: pgettext_lazy("paper", "signed"),
    State.SENT: pgettext_lazy("paper", "sent"),
    State.RECEIPTED: pgettext_lazy("paper", "received"),
    State.RETURNED: pgettext_lazy("paper", "returned"),
    State.DROPPED: pgettext_lazy("paper", "put away"),
}
STATE_TONES = {
    State.DRAFT: "idle",
    State.IN_REVIEW: "soon",
    State.SIGNED: "soon",
    State.SENT: "ok",
    State.RECEIPTED: "ok",
    State.RETURNED: "late",
    State.DROPPED: "idle",
}
STATE_ICONS = {
    State.DRAFT: "pencil",
    State.IN_REVIEW: "eye",
    State.SIGNED: "patch-check",
    State.SENT: "envelope",
    State.RECEIPTED: "check-circle",
    State.RETURNED: "arrow-counterclockwise",
    State.DROPPED: "archive",
}
STANDING_NAMES = {
    Standing.MACHINE: _("as the system wrote it"),
    Standing.EDITED: _("written by a person"),
    Standing.CONFLICT: _("written by a person; the figures below it have changed since"),
    Standing.ALONE: _("written by a person; the system has nothing for it any more"),
}
STANDING_TONES = {
    Standing.MACHINE: "idle",
    Standing.EDITED: "ok",
    Standing.CONFLICT: "soon",
    Standing.ALONE: "soon",
}
#: What a move that needs no words is called on its button, and what is said when it is made.
MOVE_NAMES = {
    Move.HAND_IN: _("Hand in"),
    Move.TAKE_BACK: _("Take back"),
    Move.SIGN: _("Sign"),
    Move.SEND: _("Send"),
    Move.NOTE_RECEIPT: _("Note its receipt"),
    Move.NOTE_RETURN: _("Note that it came back"),
    Move.DROP: _("Put away"),
}
TEMPLATE_STATES = {
    TemplateState.WAITING: (pgettext_lazy("template", "waits"), "soon", "hourglass-split"),
    TemplateState.IN_USE: (pgettext_lazy("template", "in use"), "ok", "check-circle"),
    TemplateState.RETIRED: (pgettext_lazy("template", "retired"), "idle", "archive"),
}
TEMPLATE_MOVES = {
    TemplateMove.PUT_INTO_USE: pgettext_lazy("template", "Put into use"),
    TemplateMove.RETIRE: pgettext_lazy("template", "Retire"),
}
TEMPLATE_DONE = {
    TemplateMove.PUT_INTO_USE: _("In use from now on. Writers find it in the head of a paper."),
    TemplateMove.RETIRE: _("Retired. Papers that went out with it stay as they are."),
}
EDITION_NAMES = {
    "made": _("made"),
    "renewed": _("gathered anew"),
    "written": _("words changed"),
    "machine": _("given back to the system"),
    "before_machine": _("before it was given back"),
    "taken_over": _("words taken over"),
    "head": _("head changed"),
    "handed_in": _("handed in"),
    "drafted": _("drafted by a language model"),
}
