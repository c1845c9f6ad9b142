"""The bank of questions: those that ship, then the body's own."""

from dataclasses import dataclass

from answerable.governance.questionnaires.models import BankQuestion
from answerable.governance.questionnaires.rules.questions import Question, from_record
from answerable.governance.questionnaires.shipped import SHIPPED
from answerable.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class BankRow:
    """One question of the bank under the key by which an editor takes it in."""

    key: str
    language: str
    question: Question
    kept_by: str = ""


def bank(actor: Actor) -> tuple[BankRow, ...]:
    """List the questions of the bank."""
    actor.need("questionnaires.read")
    shipped = [
        BankRow(f"shipped:{language}:{number}", language, one)
        for language, questions in SHIPPED.items()
        for number, one in enumerate(questions)
    ]
    own = [
        BankRow(f"own:{row.pk}", row.language, from_record(row.record), row.kept_by)
        for row in BankQuestion.objects.all()
    ]
    return (*shipped, *own)


def bank_question(actor: Actor, key: str) -> Question | None:
    """Give one question of the bank; None where there is none under this key."""
    return next((row.question for row in bank(actor) if row.key == key), None)
