"""What the room says, by key."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from answerable.response.answers.rules.findings import Sort

MISSING_WORDS: Mapping[str, str | Promise] = {
    "title": _("a title"),
    "body": _("what we say or know"),
    "question": _("the question it answers"),
    "basis": _("a basis for each fact"),
    "more_at": _("when we will say more about what we do not know"),
    "conference": _("place and time of the conference"),
    "spokesperson": _("who gives it, in which post"),
    "note": _("the public reason of the change"),
}
SORT_NAMES: Mapping[Sort, str | Promise] = {
    Sort.PERSONAL: _("may point at a private person"),
    Sort.SECRECY: _("a mark of secrecy"),
    Sort.GUARDED: _("a guarded word of this body"),
}
