"""Nothing that can be shown lacks its name, its tone or its sign."""

from pathlib import Path

import answerable.web
from answerable.reports import words
from answerable.reports.rules.passages import Standing
from answerable.reports.rules.states import Move, State
from answerable.reports.rules.templates import TemplateMove, TemplateState

ICONS = Path(answerable.web.__file__).parent / "icons"


def test_every_state_has_name_tone_and_sign():
    assert set(words.STATE_NAMES) == set(words.STATE_TONES) == set(words.STATE_ICONS) == set(State)
    assert [icon for icon in words.STATE_ICONS.values() if not (ICONS / f"{icon}.svg").exists()] == []
    assert set(words.STATE_TONES.values()) <= {"ok", "soon", "late", "idle"}


def test_every_standing_and_move_has_its_name():
    assert set(words.STANDING_NAMES) == set(words.STANDING_TONES) == set(Standing)
    assert set(words.MOVE_NAMES) == set(Move)


def test_every_state_and_move_of_a_template_has_its_name_and_sign():
    assert set(words.TEMPLATE_STATES) == set(TemplateState)
    assert set(words.TEMPLATE_MOVES) == set(TemplateMove)
    assert [
        icon for _name, _tone, icon in words.TEMPLATE_STATES.values() if not (ICONS / f"{icon}.svg").exists()
    ] == []
