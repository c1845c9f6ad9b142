"""What follows in cases from news of other rooms (see project.wiring)."""

from datetime import datetime
from typing import Protocol

from django.db import transaction

from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.actions import record
from answerable.listening.signals.events import SignalTaken
from answerable.response.cases.actions.answering import judge, note_verdict
from answerable.response.cases.actions.opening import open_for_signal
from answerable.response.cases.models import Case, CaseLetter
from answerable.response.cases.queries import office
from answerable.response.cases.queries.names import subject_of
from answerable.response.letters.events import LetterJudged
from answerable.response.letters.rules.states import Judgement


class VerdictGiven(Protocol):
    """News of the answers site: a reader said whether an answer helped."""

    @property
    def answer(self) -> int: ...
    @property
    def helped(self) -> bool: ...
    @property
    def at(self) -> datetime: ...


def follow_signal(event: SignalTaken) -> None:
    """Let a signal that a person took on become a case, led by the unit of that person's post."""
    unit = office.unit_of_person(event.by_person) if event.by_person else None
    if unit is not None:
        open_for_signal(event, unit=unit, by=MACHINE, at=event.at)


def follow_letter(event: LetterJudged) -> None:
    """Note on its case that an asker judged what they were answered; partly answered is not answered."""
    case = event.case or CaseLetter.objects.filter(letter=event.letter).values_list("case", flat=True).first()
    if case is None or not Case.objects.filter(pk=case).exists():
        return
    with transaction.atomic():
        judge(case, helped=event.judgement == Judgement.ANSWERED, at=event.at)
        act = {"letter": event.letter, "judgement": event.judgement}
        record("cases.note_letter_judged", subject_of(case), by=MACHINE, at=event.at, **act)


def follow_verdict(event: VerdictGiven) -> None:
    """Note on the cases of an answer that a reader judged it."""
    note_verdict(event.answer, event.helped, by=MACHINE, at=event.at)
