"""Any of several options: each is a yes or a no of its own."""

from collections.abc import Sequence

from answerable.governance.questionnaires.kinds.counted import Counted, Part
from answerable.governance.questionnaires.rules.questions import Answer, Question


def read(one: Question, said: Sequence[str]) -> Answer:
    """Read the numbers of the options; raises ValueError when one is not offered."""
    numbers = sorted({int(number) for number in said if number != ""})
    if any(not 0 <= number < len(one.options) for number in numbers):
        raise ValueError("no such option")
    return tuple(numbers) or None


def count(one: Question, answers: Sequence[Answer]) -> Counted:
    """Count for each option who chose it and who did not; the latter is kept as a rest."""
    chosen = [answer for answer in answers if isinstance(answer, tuple)]
    return Counted(
        tuple(
            Part(name, (name, ""), tuple(0 if number in answer else 1 for answer in chosen))
            for number, name in enumerate(one.options)
        )
    )
