"""The only writers of the room."""

from answerable.office.people.actions.accounts import (
    change_role,
    disable_account,
    enable_account,
    end_sessions,
    make_account,
    new_password_link,
    reset_second_factor,
    set_language,
)
from answerable.office.people.actions.holdings import add_absence, drop_absence, end_holding, hold_post
from answerable.office.people.actions.roster import apply_roster, drop_roster, hand_in
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
    move_unit,
    retire_person,
)

__all__ = [
    "add_absence",
    "add_person",
    "add_post",
    "add_unit",
    "apply_roster",
    "change_person",
    "change_post",
    "change_role",
    "change_unit",
    "close_post",
    "close_unit",
    "disable_account",
    "drop_absence",
    "drop_roster",
    "enable_account",
    "end_holding",
    "end_sessions",
    "hand_in",
    "hold_post",
    "make_account",
    "merge_unit",
    "move_unit",
    "new_password_link",
    "reset_second_factor",
    "retire_person",
    "set_language",
]
