"""Forms of the room."""

from answerable.listening.sources.forms.choosing import AddressesForm, ChosenForm
from answerable.listening.sources.forms.describing import SourceForm, source_form
from answerable.listening.sources.forms.files import FileForm, OpmlForm
from answerable.listening.sources.forms.filtering import FilterForm, MergeForm

__all__ = [
    "AddressesForm",
    "ChosenForm",
    "FileForm",
    "FilterForm",
    "MergeForm",
    "OpmlForm",
    "SourceForm",
    "source_form",
]
