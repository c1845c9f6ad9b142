"""Files that are handed in: tables of items, lists of feeds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from answerable.listening.sources.rules.opml import NotOpml, read_opml


class FileForm(forms.Form):
    """A table of items to be read."""

    file = forms.FileField(
        label=_("File"), help_text=_("CSV, JSON lines or XLSX, at most 20 MB, one item a row.")
    )


class OpmlForm(forms.Form):
    """A list of feeds from another reader."""

    file = forms.FileField(label=_("OPML file"), help_text=_("As other feed readers export it."))

    def clean(self) -> dict[str, Any]:
        """Read the list at once: it is small, and what is wrong with it is said here."""
        given = super().clean() or {}
        file = given.get("file")
        if file is not None:
            try:
                given["outlines"] = read_opml(file.read())
            except NotOpml as error:
                self.add_error("file", OPML_REFUSALS[error.code])
            else:
                if not given["outlines"]:
                    self.add_error("file", _("There is no feed in this list."))
        return given


OPML_REFUSALS = {
    "opml_too_large": _("The list is larger than 5 MB."),
    "opml_with_entities": _("The list defines entities of its own; such files are not read."),
    "not_opml": _("This is not an OPML file."),
}
