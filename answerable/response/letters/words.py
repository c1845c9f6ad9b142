"""Moves of a letter as they stand on buttons, and what a page says after them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

#: What a page says when a move was made.
DONE = {
    "forward": _("The unit has the letter now; its clock runs on."),
    "bring_back": _("The office has the letter again."),
    "ask": _("The asker was asked; the clock stands still until they answer."),
    "ask_running": _("The asker was asked. The rule lets the clock run meanwhile."),
    "clarify": _("Written down; the clock runs again."),
    "go_on": _("The clock runs again."),
    "extend": _("The time was extended and the asker told."),
    "hand_over": _("The letter is closed; the asker was told who is in charge."),
    "set_aside": _("The letter was set aside."),
    "tie": _("The letter belongs to the case."),
    "same": _("Noted. Both letters stay open until each asker has an answer."),
    "not_same": pgettext_lazy("letter", "Noted."),
    "mask": _("Masked, here and in the search."),
    "judge": _("Written down."),
    "told": _("The letter is answered."),
    "close": _("The letter is closed."),
}
TAB_NAMES = {
    "now": _("Needs a person now"),
    "new": pgettext_lazy("letter", "New"),
    "unit": _("With units"),
    "asked": _("Asker was asked"),
    "by_hand": _("To be told by hand"),
    "discontent": _("Asker not content"),
    "answered": _("Answered"),
    "closed": _("Closed"),
    "all": _("All"),
}
INQUIRY_TAB_NAMES = {
    "open": _("Waiting"),
    "answered": _("Answered"),
    "declined": _("Declined"),
    "all": _("All"),
}
SHEET_STATES = {
    "read": _("looked at, nothing taken over"),
    "confirmed": _("is being taken over"),
    "applied": _("taken over"),
    "dropped": _("dropped"),
}
