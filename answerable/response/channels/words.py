"""What the room says, by key."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

HAND_NAMES: Mapping[str, str | Promise] = {
    "open": pgettext_lazy("hand-over", "under way"),
    "done": pgettext_lazy("hand-over", "done, to be filed"),
    "filed": pgettext_lazy("hand-over", "done and filed"),
    "void": pgettext_lazy("hand-over", "overtaken"),
}
TELL_NAMES: Mapping[str, str | Promise] = {
    "published": pgettext_lazy("publication", "to be put out"),
    "corrected": pgettext_lazy("publication", "replaced by a correction"),
    "withdrawn": pgettext_lazy("publication", "withdrawn"),
}
