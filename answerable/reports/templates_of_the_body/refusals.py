"""Why a file is no template, in words of both languages: a code and its details travel, the words are found here."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from answerable.kernel.errors import Anticipated

_AGAIN = _("Save it again with Word or WPS.")
_COPY = _("Copy its text into a new document.")
_INSIDE = _("Put pictures into the file itself, and detach it from its own template.")
_NAMES = _("The page of templates lists the names that are filled in, and has an example to begin with.")
#: What is said, and the next step.
REASONS: Mapping[str, tuple[Promise, Promise]] = {
    "too-large": (_("The file is larger than %(size)s MB."), _("Take out large pictures and save it again.")),
    "not-word": (_("This is not a Word file (.docx)."), _("Save it as .docx and upload that.")),
    "not-document": (
        _("This is not a Word document (.docx)."),
        _("Save it as .docx, not as .dotx, .doc or .odt."),
    ),
    "parts": (_("The file has more than %(count)s parts."), _COPY),
    "odd-name": (_("The file has a part with an odd name."), _AGAIN),
    "locked": (_("The file is locked with a password."), _("Save it without one.")),
    "swells": (_("Unpacked, the file is far too large."), _COPY),
    "too-heavy": (_("The file takes too long to read, or too much memory."), _COPY),
    "macros": (
        _("The file holds macros or embedded objects."),
        _("Save it as .docx without macros and objects."),
    ),
    "declarations": (_("The file holds declarations that Word never writes."), _AGAIN),
    "damaged": (_("The file is damaged."), _("Open it in Word or WPS and save it again.")),
    "fetches": (_("The file would fetch something from elsewhere when it is opened."), _INSIDE),
    "outside": (_("The file points outside itself."), _AGAIN),
    "joined": (
        _("The file holds embedded or joined documents."),
        _("Copy what they hold as text into the file."),
    ),
    "picture": (
        _("The file would fetch a picture from elsewhere when it is opened."),
        _("Put it into the file itself."),
    ),
    "field": (
        _("The file holds a field that is calculated when it is opened (%(field)s)."),
        _("Put the text itself there; page numbers and tables of contents may stay."),
    ),
    "unknown": (_("There is no place named “%(name)s”."), _NAMES),
    "sign": (
        _("The template holds “%(sign)s”, which is no place."),
        _("A template has names in double braces, and no conditions, loops or calculations."),
    ),
    "no-place": (
        _("The file has no place to fill in."),
        _("Write {{title}} and {{body}} where they are to stand."),
    ),
    "no-body": (
        _("The template has no place for the text of the paper."),
        _("Write {{body}} in a paragraph of its own."),
    ),
    "body-not-alone": (
        _("The place {{body}} shares its paragraph, or stands in a table, a head or a foot."),
        _("Give it a paragraph of its own in the text."),
    ),
    "outside-a-row": (
        _("The place “%(name)s” belongs into a row of a table, which is repeated."),
        _("Put it into a table, all of one set in one row."),
    ),
    "two-sets": (
        _("One row of a table has places of two sets: %(names)s."),
        _("Give each set a row of its own."),
    ),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that keeps a file from being a template; details are pairs of a name and its value."""

    code: str
    details: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, code: str, **details: object) -> "Reason":
        """Make one from named details."""
        return cls(code, tuple((name, str(value)) for name, value in details.items()))

    def __str__(self) -> str:
        """Say it in the language of whoever reads."""
        return str(REASONS[self.code][0]) % dict(self.details)

    @property
    def next_step(self) -> Promise:
        """What to do about it."""
        return REASONS[self.code][1]


class TemplateRefused(Anticipated):
    """The file cannot be a template; the sentence says why and what to do."""

    def __init__(self, code: str, **details: object) -> None:
        self.reason = Reason.of(code, **details)
        super().__init__(self.reason, self.reason.next_step)
