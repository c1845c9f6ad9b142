"""The only writers of the room."""

from answerable.response.channel_health.actions.arranging import (
    ColumnDraft,
    SiteDraft,
    add_column,
    drop_column,
    set_site,
)
from answerable.response.channel_health.actions.closing import close_round
from answerable.response.channel_health.actions.entering import (
    enter_figures,
    enter_grave,
    judge_finding,
    measure_entered,
)
from answerable.response.channel_health.actions.noting import note_visit
from answerable.response.channel_health.actions.reaching import note_try
from answerable.response.channel_health.actions.rounds import begin_round, give_back_turn, take_turn

__all__ = [
    "ColumnDraft",
    "SiteDraft",
    "add_column",
    "begin_round",
    "close_round",
    "drop_column",
    "enter_figures",
    "enter_grave",
    "give_back_turn",
    "judge_finding",
    "measure_entered",
    "note_try",
    "note_visit",
    "set_site",
    "take_turn",
]
