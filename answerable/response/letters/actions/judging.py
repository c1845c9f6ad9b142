"""What the asker says of the answer, and opening the letter again: once, within the days the plan gives."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.events import publish
from answerable.office.clocks import queries as clocks
from answerable.response.letters.actions import noting, telling, timing
from answerable.response.letters.events import LetterJudged, LetterReopened
from answerable.response.letters.models import Letter
from answerable.response.letters.queries.body import body
from answerable.response.letters.queries.contacts import contact_of
from answerable.response.letters.queries.door import letter_to_work
from answerable.response.letters.rules.clockwork import REOPEN_DAYS, days
from answerable.response.letters.rules.matter import shown_text
from answerable.response.letters.rules.states import MOVES, Judgement, Move, State, StepKind


def judge(letter: Letter, judgement: Judgement, *, by: Actor, at: datetime) -> None:
    """Keep what the asker says of the answer; they may change their mind until the letter closes."""
    with transaction.atomic():
        changed = Letter.objects.filter(pk=letter.pk, state=State.ANSWERED).update(
            judgement=judgement.value, judged_at=at
        )
        if not changed:
            raise Anticipated(_("There is no answer to judge at the moment."), _("Load the page again."))
        noting.note(letter, StepKind.JUDGED, judgement.value, by=by, at=at, judgement=judgement.value)
        publish(LetterJudged(letter.pk, letter.case, judgement.value, at))
        if judgement is not Judgement.ANSWERED:
            telling.tell_unit(
                letter, "the asker is not content", "来信人评价未完全解决", f"judged:{at:%s}", at=at
            )


def judged_by_hand(letter: int, judgement: Judgement, *, by: Actor, at: datetime) -> None:
    """Write down what an asker said when called back."""
    judge(letter_to_work(by, letter), judgement, by=by, at=at)


def may_reopen(letter: Letter, *, at: datetime) -> bool:
    """Say whether the asker may open the letter again."""
    if letter.state != State.ANSWERED or letter.reopened_at is not None or letter.answered_at is None:
        return False
    return at < letter.answered_at + days(int(clocks.parameter("letters_reopen_days", REOPEN_DAYS)))


def reopen(letter: Letter, why: str, *, by: Actor, at: datetime) -> None:
    """Open an answered letter again: a new clock runs, and the office looks at what was missing."""
    contact = contact_of(letter)
    words = shown_text(why, contact.own_words if contact else ())
    if not words:
        raise Anticipated(_("Write what the answer leaves open."))
    with transaction.atomic():
        if not may_reopen(letter, at=at):
            raise Anticipated(
                _("This letter cannot be opened again."),
                _("Write a new letter and name the old number in it."),
            )
        letter.state = MOVES.make(
            Letter.objects.filter(pk=letter.pk, reopened_at=None),
            State(letter.state),
            Move.REOPEN,
            reopened_at=at,
            reply=None,
            unit_id=body()[0],
            answered_at=None,
            was_on_time=None,
            told="",
        )
        letter.refresh_from_db()
        noting.note(letter, StepKind.REOPENED, words, by=by, at=at)
        timing.start(letter, since=at, by=by, at=at)
        telling.tell_office(
            letter, "opened again by the asker", "来信人要求重新办理", f"reopened:{at:%s}", at=at
        )
        publish(LetterReopened(letter.pk, letter.case, at))
