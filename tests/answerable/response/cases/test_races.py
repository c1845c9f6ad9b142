"""Two people in the same moment, each with a connection of their own."""

import pytest

from answerable.response.cases import actions
from answerable.response.cases.actions import OpinionDraft
from answerable.response.cases.models import Answer, Assessment, Case, CaseSignal, Opinion, Paper
from answerable.response.cases.rules.states import State
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.answers.test_races import at_once
from tests.answerable.response.cases.actions.test_papers import signed
from tests.answerable.response.cases.makers import (
    HOUR,
    QUIET,
    assigned,
    fact,
    make_case,
    make_cast,
    note,
    registered,
)

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 4


def test_three_opinions_at_once_leave_two_and_one_level() -> None:
    cast = make_cast()
    draft = OpinionDraft(QUIET, "So it is.")
    for _ in range(ROUNDS):
        case = registered(cast)
        done = at_once(
            *(
                lambda who=who, case=case: actions.give_opinion(case, draft, by=who, at=NOON + HOUR)
                for who in (cast.ada, cast.chen, cast.emil)
            )
        )
        assert sum(done) == 2
        assert Opinion.objects.filter(assessment__case=case).count() == 2
        assert Assessment.objects.get(case=case).state == "agreed"


def test_one_case_is_registered_once_by_two() -> None:
    cast = make_cast()
    for _ in range(ROUNDS):
        case = make_case(cast)
        done = at_once(
            *(
                lambda who=who, case=case: actions.register(case, by=who, at=NOON)
                for who in (cast.ada, cast.chen)
            )
        )
        assert sum(done) == 1
        assert Assessment.objects.filter(case=case).count() == 1


def test_one_signal_becomes_one_case_when_two_open_it() -> None:
    cast, story = make_cast(), make_story()
    for number in range(ROUNDS):
        signal = make_signal(watch=None, story=story, series=f"story:{number}").pk
        done = at_once(
            *(
                lambda who=who, signal=signal: make_case(cast, by=who, signals=(signal,))
                for who in (cast.ada, cast.emil)
            )
        )
        assert sum(done) == 1
        assert CaseSignal.objects.filter(signal=signal).count() == 1


def test_two_merges_of_the_same_pair_make_one_case() -> None:
    cast = make_cast()
    for _ in range(ROUNDS):
        one, two = make_case(cast), make_case(cast)
        done = at_once(
            lambda a=one, b=two: actions.merge(a, b, by=cast.ada, at=NOON),
            lambda a=one, b=two: actions.merge(b, a, by=cast.emil, at=NOON),
        )
        assert sum(done) == 1
        assert Case.objects.filter(pk__in=[one, two], state=State.MERGED).count() == 1


def test_two_reports_sent_at_once_get_two_numbers() -> None:
    cast = make_cast()
    case = make_case(cast)
    for turn in range(ROUNDS):
        papers = [signed(cast, case), signed(cast, case)]
        done = at_once(
            *(
                lambda paper=paper: actions.send_paper(paper, "By hand", by=cast.ada, at=NOON + HOUR)
                for paper in papers
            )
        )
        assert all(done)
        numbers = sorted(Paper.objects.exclude(number=None).values_list("number", flat=True))
        assert numbers == list(range(1, 2 * turn + 3))


def test_a_handover_and_an_answer_at_once_keep_the_answer() -> None:
    cast = make_cast()
    handing = actions.Handing("County", "Theirs.")
    for number in range(ROUNDS):
        case = assigned(cast)
        at_once(
            lambda case=case: actions.hand_over(case, handing, by=cast.boris, at=NOON + HOUR),
            lambda case=case, number=number: actions.note_answer(
                [case], note(number), by=cast.emil, at=NOON + HOUR
            ),
        )
        row = Case.objects.get(pk=case)
        assert row.answered_at == NOON + HOUR
        assert Answer.objects.filter(case=case).count() == 1
        assert row.state in (State.HANDED_OVER, State.ANSWERED)


def test_two_changes_of_one_finding_keep_one_and_refuse_the_other() -> None:
    cast = make_cast()
    case = make_case(cast)
    for _ in range(ROUNDS):
        made = actions.add_fact(case, fact(), by=cast.ada, at=NOON)
        done = at_once(
            *(
                lambda who=who, made=made: actions.change_fact(
                    made, fact(words=who.name), seen_version=1, by=who, at=NOON
                )
                for who in (cast.ada, cast.chen)
            )
        )
        assert sum(done) == 1
