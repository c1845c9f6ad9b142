"""In their own words: numbers that point at a person are masked before anything is kept; nothing is counted."""

import re
from collections.abc import Sequence

from answerable.governance.questionnaires.kinds.counted import Counted
from answerable.governance.questionnaires.rules.questions import LONGEST_TEXT, Answer, Question
from answerable.kernel.personal_data import mask

#: Control signs, which no hand types; a line break stays.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def read(one: Question, said: Sequence[str]) -> Answer:
    """Take the words, masked and cut to what a sheet holds."""
    plain = _CONTROL.sub(" ", said[0].replace("\r\n", "\n")).strip() if said else ""
    return mask(plain[:LONGEST_TEXT]).text[:LONGEST_TEXT] or None


def count(one: Question, answers: Sequence[Answer]) -> Counted:
    """Words are not counted."""
    return Counted(())
