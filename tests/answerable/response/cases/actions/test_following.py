"""What other rooms tell makes a case, or is counted on one."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from answerable.kernel.actor import MACHINE
from answerable.listening.signals.events import SignalTaken
from answerable.response.cases.actions import following, note_verdict
from answerable.response.cases.models import Case, CaseSignal, CaseStory
from answerable.response.letters.events import LetterJudged
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, answered, make_case, make_cast
from tests.answerable.response.letters.makers import make_letter

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Said:
    """A reader's verdict as the site tells it."""

    answer: int
    helped: bool
    at: datetime


def test_a_signal_that_was_taken_on_becomes_a_case_of_the_taker_s_unit_once() -> None:
    cast, story = make_cast(), make_story()
    signal = make_signal(watch=None, story=story, title="Brown water grows")
    event = SignalTaken(signal.pk, story.pk, None, cast.chen.person, NOON + HOUR)
    following.follow_signal(event)
    following.follow_signal(event)
    (row,) = Case.objects.all()
    assert (row.title, row.unit, row.seen_at) == ("Brown water grows", cast.supply, signal.raised_at)
    assert CaseSignal.objects.get().case == CaseStory.objects.get().case == row


def test_a_signal_taken_by_somebody_without_a_post_opens_nothing() -> None:
    signal = make_signal()
    following.follow_signal(SignalTaken(signal.pk, None, signal.watch_id, None, NOON))
    assert not Case.objects.exists()


def test_an_asker_s_judgement_is_counted_on_the_case_of_the_letter() -> None:
    cast, letter = make_cast(), make_letter()
    case = make_case(cast, letters=(letter.pk,))
    following.follow_letter(LetterJudged(letter.pk, None, "partly", NOON + HOUR))
    following.follow_letter(LetterJudged(letter.pk, case, "answered", NOON + 2 * HOUR))
    row = Case.objects.get(pk=case)
    assert (row.helped, row.not_helped, row.judged_at) == (1, 1, NOON + HOUR)


def test_a_judged_letter_without_a_case_is_nobody_s_matter_here() -> None:
    following.follow_letter(LetterJudged(7, None, "answered", NOON))
    following.follow_letter(LetterJudged(7, 999, "answered", NOON))
    assert not Case.objects.exists()


def test_a_reader_s_verdict_on_an_answer_is_counted_on_its_cases() -> None:
    case = answered(make_cast())
    following.follow_verdict(Said(case, True, NOON + 5 * HOUR))
    assert Case.objects.get(pk=case).helped == 1
    assert note_verdict(case, False, by=MACHINE, at=NOON + 6 * HOUR) == 1
