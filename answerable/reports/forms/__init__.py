"""Forms of the room."""

from answerable.reports.forms.making import FilterForm, MakeForm
from answerable.reports.forms.templates import NewTemplateForm, ServingForm, TemplateFileForm
from answerable.reports.forms.writing import HeadForm, PassageForm, TimeForm, WordsForm

__all__ = [
    "FilterForm",
    "HeadForm",
    "MakeForm",
    "NewTemplateForm",
    "PassageForm",
    "ServingForm",
    "TemplateFileForm",
    "TimeForm",
    "WordsForm",
]
