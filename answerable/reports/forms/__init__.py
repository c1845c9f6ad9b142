"""Forms of the room."""

from answerable.reports.forms.making import FilterForm, MakeForm
from answerable.reports.forms.writing import HeadForm, PassageForm, TimeForm, WordsForm

__all__ = ["FilterForm", "HeadForm", "MakeForm", "PassageForm", "TimeForm", "WordsForm"]
