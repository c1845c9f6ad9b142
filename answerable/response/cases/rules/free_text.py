"""Free text is looked through for strings that point at a person before it is kept."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from answerable.kernel.errors import Anticipated
from answerable.kernel.personal_data import mask


class Personal(StrEnum):
    """What somebody said when they were shown that a text points at a person."""

    ASK = ""
    MASK = "mask"
    KEEP = "keep"


PERSONAL_NAMES = {
    Personal.MASK: gettext_lazy("Put *** in their place"),
    Personal.KEEP: gettext_lazy("Keep them: they are public numbers of an office"),
}


class PointsAtPerson(Anticipated):
    """The text holds what points at a person, and nobody has said yet what is to be done with it."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        super().__init__(
            _("The text holds telephone or identity numbers, or addresses that point at a person."),
            _("A case holds the matter, never who raised it. Say whether they are to be masked."),
        )
        self.counts = dict(counts)


def screened(text: str, said: Personal | str = Personal.ASK) -> str:
    """Give a text that may be kept; raises PointsAtPerson while the warning has not been answered."""
    found = mask(text)
    if not found.counts or said == Personal.KEEP:
        return text
    if said == Personal.MASK:
        return found.text
    raise PointsAtPerson(found.counts)
