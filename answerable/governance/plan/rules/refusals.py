"""Why a document that was handed in cannot be read: a code, and a sentence with what to do."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: A plan with pictures is a few megabytes.
MOST_BYTES = 10 * 1024 * 1024

REASONS: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "too_large": (_("The file is larger than 10 MB."), _("Save it without pictures and hand it in again.")),
    "empty": (_("The file is empty."), _("Choose the file again.")),
    "not_docx": (
        _("This is no Word file of the present kind (.docx)."),
        _("Open it in Word or WPS and save it as .docx."),
    ),
    "old_word": (
        _("This is an old Word file (.doc), or one with a password."),
        _("Open it in Word or WPS, save it as .docx without a password, and hand it in again."),
    ),
    "macros": (
        _("The file carries macros. A plan needs none, so it was not opened."),
        _("Save it as .docx, which holds no macros, and hand it in again."),
    ),
    "embedded": (
        _("The file carries other files inside it, so it was not opened."),
        _("Delete the embedded objects and hand it in again."),
    ),
    "too_heavy": (
        _("The file unpacks to far more than a plan can hold, so it was not opened."),
        _("Copy its text into a new document and hand that in."),
    ),
    "entities": (
        _("The file is built in a way Word never builds one, so it was not opened."),
        _("Open it in Word or WPS and save it anew."),
    ),
    "unreadable": (
        _("The file is damaged and cannot be read."),
        _("Open it in Word or WPS and save it anew."),
    ),
    "no_clauses": (
        _("No numbered paragraph was found in it."),
        _("Number the clauses (一、（一）1. or 1. 1.1 (a)) and hand it in again."),
    ),
}


class BadPaper(Exception):
    """A document that is not read; `code` is a key of REASONS."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code if code in REASONS else "unreadable"
