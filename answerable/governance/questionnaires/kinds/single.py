"""One of several options."""

from collections.abc import Sequence

from answerable.governance.questionnaires.kinds.counted import Counted, Part
from answerable.governance.questionnaires.rules.questions import Answer, Question


def read(one: Question, said: Sequence[str]) -> Answer:
    """Read the number of the option; raises ValueError when there is no such option."""
    if not said or said[0] == "":
        return None
    number = int(said[0])
    if not 0 <= number < len(one.options):
        raise ValueError("no such option")
    return number


def count(one: Question, answers: Sequence[Answer]) -> Counted:
    """Count each option; together they make n."""
    return Counted((Part("", one.options, tuple(a for a in answers if isinstance(a, int))),))
