"""Kinds of questions: one module each, and one line here."""

from collections.abc import Sequence
from typing import Protocol

from answerable.governance.questionnaires.kinds import scale, several, single, text
from answerable.governance.questionnaires.kinds.counted import Counted, Part
from answerable.governance.questionnaires.rules.questions import Answer, Question, Sort


class Kind(Protocol):
    """What a kind of question knows to do."""

    def read(self, one: Question, said: Sequence[str]) -> Answer:
        """Read what came from a form; raises ValueError for what the question does not offer."""
        ...

    def count(self, one: Question, answers: Sequence[Answer]) -> Counted:
        """Place answers, none of them empty, in cells."""
        ...


KINDS: dict[str, Kind] = {Sort.SINGLE: single, Sort.SEVERAL: several, Sort.SCALE: scale, Sort.TEXT: text}

__all__ = ["KINDS", "Counted", "Kind", "Part"]
