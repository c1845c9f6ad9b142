"""Forms of the room."""

import pytest

from answerable.office.rota.actions import Duty
from answerable.office.rota.forms import DropForm, NoteForm, TurnForm

SAID = {"people": ["7:3"], "begins": "2026-03-02T09:00", "ends": "2026-03-02T17:00", "times": "1"}


def form(**changes) -> TurnForm:
    """The form with one person to choose."""
    return TurnForm({**SAID, **changes}, people=[("7:3", "Chen")])


def test_a_choice_is_a_person_in_a_post() -> None:
    found = form()
    assert found.is_valid()
    assert found.cleaned_data["people"] == [Duty(3, 7)]


@pytest.mark.parametrize("changes", [{"people": ["9:9"]}, {"people": []}, {"times": "0"}, {"begins": "soon"}])
def test_what_is_not_offered_is_an_error(changes) -> None:
    assert not form(**changes).is_valid()


def test_a_note_and_a_reason_need_words() -> None:
    assert not NoteForm({"words": ""}).is_valid()
    assert not DropForm({"reason": ""}).is_valid()
