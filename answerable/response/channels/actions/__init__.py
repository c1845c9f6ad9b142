"""The only writers of the room."""

from answerable.response.channels.actions.applying import (
    Application,
    application_of,
    apply,
    ask_change,
    ask_close,
)
from answerable.response.channels.actions.delivering import (
    confirm_down,
    confirm_out,
    set_delivery,
    try_again,
)
from answerable.response.channels.actions.filing import Filing, drop, file
from answerable.response.channels.actions.following_up import correct, keep, withdraw
from answerable.response.channels.actions.following_up import drop as drop_piece
from answerable.response.channels.actions.handing_in import hand_in, take_back
from answerable.response.channels.actions.handing_over import finish, note_filed
from answerable.response.channels.actions.listing import list_name, unlist_name
from answerable.response.channels.actions.publishing import publish, schedule, unschedule
from answerable.response.channels.actions.sleeping import note_dormant, wake
from answerable.response.channels.actions.writing import (
    EditedMeanwhile,
    InterpretationPlan,
    Text,
    draft,
    edit,
    explain,
    plan_interpretation,
)

__all__ = [
    "Application",
    "EditedMeanwhile",
    "Filing",
    "InterpretationPlan",
    "Text",
    "application_of",
    "apply",
    "ask_change",
    "ask_close",
    "confirm_down",
    "confirm_out",
    "correct",
    "draft",
    "drop",
    "drop_piece",
    "edit",
    "explain",
    "file",
    "finish",
    "hand_in",
    "keep",
    "list_name",
    "note_dormant",
    "note_filed",
    "plan_interpretation",
    "publish",
    "schedule",
    "set_delivery",
    "take_back",
    "try_again",
    "unlist_name",
    "unschedule",
    "wake",
    "withdraw",
]
