"""Forms of the room."""

from answerable.response.channels.forms.content import (
    BeginForm,
    DeskFilter,
    KeepForm,
    NameForm,
    OutForm,
    PlanForm,
    ReasonForm,
    ScheduleForm,
    TextForm,
    initial_of,
)
from answerable.response.channels.forms.register import (
    ApplicationForm,
    DeliveryForm,
    FilingForm,
    HandOverForm,
    RegisterFilter,
    initial_of_channel,
)

__all__ = [
    "ApplicationForm",
    "BeginForm",
    "DeliveryForm",
    "DeskFilter",
    "FilingForm",
    "HandOverForm",
    "KeepForm",
    "NameForm",
    "OutForm",
    "PlanForm",
    "ReasonForm",
    "RegisterFilter",
    "ScheduleForm",
    "TextForm",
    "initial_of",
    "initial_of_channel",
]
