"""Promises that every method of inspection keeps, and what each of them does apart."""

from decimal import Decimal

import pytest

from answerable.governance.inspections.methods import METHODS, Chooses, Eyes
from answerable.governance.inspections.queries.populations import POPULATIONS
from answerable.governance.inspections.rules.checklist import MOST_QUESTIONS, Answer, Question


@pytest.fixture(params=METHODS)
def method(request):
    return METHODS[request.param]


def answers_of(method, verdict):
    return [
        Answer(question.key, verdict, None if verdict else Decimal("0.3")) for question in method.questions()
    ]


def test_it_says_what_it_is(method):
    about = method.about
    assert METHODS[about.key] is method
    assert str(about.name)
    assert str(about.purpose).endswith(".")
    assert about.population in POPULATIONS
    assert (about.times > 1) <= (about.chooses is Chooses.PAIRING)
    assert about.weight >= 0


def test_its_questions_are_in_both_languages_and_told_apart(method):
    questions = method.questions()
    assert 1 <= len(questions) <= MOST_QUESTIONS
    assert len({one.key for one in questions}) == len(questions)
    assert all(one.en and one.zh and one.points > 0 for one in questions)


def test_it_judges_nothing_from_nothing_and_never_more_than_there_is(method):
    questions = method.questions()
    assert method.judge(questions, []).possible == 0
    for verdict in [one.key for one in method.verdicts] or [""]:
        judged = method.judge(questions, answers_of(method, verdict))
        assert 0 <= judged.reached <= judged.possible
        assert {failing.question for failing in judged.failings} <= set(questions)
    assert method.judge(questions, [Answer("unknown", "ok")]).possible == 0


def test_its_verdicts_run_from_best_to_worst_and_end_with_does_not_apply(method):
    shares = [one.share for one in method.verdicts]
    if method.about.eyes is Eyes.ASKED:
        assert shares == []
        return
    assert shares[-1] is None
    assert shares[:-1] == sorted(shares[:-1], reverse=True)
    assert (shares[0], shares[-2]) == (1, 0)


def test_a_veto_takes_all_points_of_a_random_check_and_none_of_a_cross_check():
    questions = (Question("a", "a", "a", veto=True), Question("b", "b", "b"))
    answers = [Answer("a", "fail"), Answer("b", "ok")]
    assert METHODS["random_check"].judge(questions, answers).reached == 0
    crossed = METHODS["cross_check"].judge(questions, answers)
    assert (crossed.reached, crossed.failings[0].grade) == (10, "veto")


def test_peers_advise_and_find_nothing():
    method = METHODS["peer_review"]
    assert method.judge(method.questions(), answers_of(method, "1")).failings == ()


def test_a_self_check_weighs_nothing_and_finds_minor_matters_only():
    method = METHODS["self_check"]
    judged = method.judge(method.questions(), answers_of(method, "fail"))
    assert method.about.weight == 0
    assert {failing.grade for failing in judged.failings} == {"minor"}


def test_a_hearing_asks_for_what_was_left_open_only():
    method = METHODS["hearing"]
    assert method.judge(method.questions(), answers_of(method, "partly")).failings == ()
    assert len(method.judge(method.questions(), answers_of(method, "fail")).failings) == 4


def test_a_question_to_people_below_the_middle_is_put_to_the_unit():
    method = METHODS["questionnaire"]
    questions = method.questions()
    shares = [Answer(one.key, share=Decimal("0.49"), count=12) for one in questions[:1]]
    shares += [Answer(one.key, share=Decimal("0.5"), count=12) for one in questions[1:]]
    judged = method.judge(questions, shares)
    assert [failing.question for failing in judged.failings] == [questions[0]]
    assert judged.answered == 12
