"""Forms of the room."""

from answerable.response.channel_health.forms.arranging import ColumnForm, SiteForm
from answerable.response.channel_health.forms.entering import FigureForm, GraveForm, SheetForm
from answerable.response.channel_health.forms.filtering import FilterForm

__all__ = ["ColumnForm", "FigureForm", "FilterForm", "GraveForm", "SheetForm", "SiteForm"]
