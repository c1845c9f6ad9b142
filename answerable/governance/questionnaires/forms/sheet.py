"""An answer sheet as it is filled in: nothing typed is lost, and nothing is remembered."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from answerable.governance.questionnaires.kinds import KINDS
from answerable.governance.questionnaires.queries.asking import Asked
from answerable.governance.questionnaires.rules.questions import LONGEST_TEXT, Answer, Question, Sort
from answerable.kernel.errors import Anticipated


@dataclass(frozen=True, slots=True)
class Choice:
    """One option as it is drawn."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One question as it is drawn."""

    number: int
    question: Question
    choices: tuple[Choice, ...]
    text: str
    needed: bool
    error: str

    @property
    def name(self) -> str:
        """The name of its field."""
        return f"q{self.number}"

    @property
    def longest(self) -> int:
        """How many characters a text may have."""
        return LONGEST_TEXT


class SheetForm:
    """The fields of one questionnaire."""

    def __init__(self, asked: Asked, said: QueryDict | None = None) -> None:
        self.asked = asked
        self.said = said
        self.answers: list[Answer] = []
        self.errors: dict[int, str] = {}
        self.fault: Anticipated | None = None

    def is_valid(self) -> bool:
        """Read every answer; an empty field is an answer too, except where results are shown apart by it."""
        for number, one in enumerate(self.asked.questions):
            try:
                read = KINDS[one.sort].read(one, self._said(number))
            except ValueError:
                read, self.errors[number] = None, _("Choose one of what is offered.")
            if read is None and number == self.asked.group and number not in self.errors:
                self.errors[number] = _("Choose one: results are shown apart by this question.")
            self.answers.append(read)
        if not self.errors and all(answer is None for answer in self.answers):
            self.fault = Anticipated(_("The sheet is empty."), _("Answer at least one question."))
        return not self.errors and self.fault is None

    @property
    def rows(self) -> list[Row]:
        """The questions in order, with what was said so far."""
        return [self._row(number, one) for number, one in enumerate(self.asked.questions)]

    def _said(self, number: int) -> list[str]:
        return [str(value) for value in self.said.getlist(f"q{number}")] if self.said is not None else []

    def _row(self, number: int, one: Question) -> Row:
        said = self._said(number)
        if one.sort == Sort.SCALE:
            names = [(str(point), str(point)) for point in range(1, one.points + 1)]
        else:
            names = [(str(place), name) for place, name in enumerate(one.options)]
        choices = tuple(Choice(value, name, value in said) for value, name in names)
        text = said[0] if said and one.sort == Sort.TEXT else ""
        return Row(number, one, choices, text, number == self.asked.group, self.errors.get(number, ""))
