"""The only writers of the room."""

from answerable.office.people.actions.accounts import (
    disable_account,
    enable_account,
    make_account,
    reset_second_factor,
    set_language,
)
from answerable.office.people.actions.holdings import add_absence, drop_absence, end_holding, hold_post
from answerable.office.people.actions.units import (
    add_person,
    add_post,
    add_unit,
    change_person,
    change_post,
    change_unit,
    close_post,
    close_unit,
    merge_unit,
)

__all__ = [
    "add_absence",
    "add_person",
    "add_post",
    "add_unit",
    "change_person",
    "change_post",
    "change_unit",
    "close_post",
    "close_unit",
    "disable_account",
    "drop_absence",
    "enable_account",
    "end_holding",
    "hold_post",
    "make_account",
    "merge_unit",
    "reset_second_factor",
    "set_language",
]
