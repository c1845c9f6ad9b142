"""Reading the room: fixed numbers of queries, and nothing of an answer before the end."""

from datetime import timedelta

import pytest

from answerable.governance.questionnaires import actions, queries
from answerable.governance.questionnaires.models import Questionnaire
from answerable.governance.questionnaires.queries.pages import due_to_close, is_over
from answerable.kernel.errors import Anticipated
from answerable.office.people.queries import day_of
from tests.answerable.governance.questionnaires.makers import (
    NOON,
    answer,
    answered,
    make_keeper,
    opened,
    twelve,
)

pytestmark = pytest.mark.django_db


def test_the_list_takes_the_same_queries_for_one_row_and_for_ten_thousand(django_assert_num_queries):
    ada = make_keeper()
    opened(ada)
    with django_assert_num_queries(2):
        assert len(queries.questionnaires(ada).object_list) == 1
    first = Questionnaire.objects.get()
    Questionnaire.objects.bulk_create(
        Questionnaire(
            title=f"No. {number}",
            unit=first.unit,
            closes_on=first.closes_on,
            created_at=NOON,
            created_by="Ada",
        )
        for number in range(10_000)
    )
    with django_assert_num_queries(2):
        page = queries.questionnaires(ada, page=150)
        assert len(page.object_list) == 50
        assert page.paginator.count == 10_001


def test_no_query_of_the_room_tells_how_many_have_answered_before_the_end():
    ada = make_keeper()
    questionnaire, codes = opened(ada)
    before = queries.page_of(ada, questionnaire, at=NOON)
    for code, sheet in zip(codes[:7], twelve(), strict=False):
        answer(code, *sheet)
    after = queries.page_of(ada, questionnaire, at=NOON)
    assert before == after
    with pytest.raises(Anticipated, match="before the end"):
        queries.results(questionnaire)


def test_results_are_the_same_each_time_and_say_how_they_were_shared_out():
    ada = make_keeper()
    questionnaire = answered(ada, twelve())
    actions.close(questionnaire, by=ada, at=NOON)
    assert queries.results(questionnaire) == queries.results(questionnaire)
    first = queries.results(questionnaire).questions[0].parts[0].cells[0]
    assert (first.share, first.low, first.high) == (0.5833, 0.3195, 0.8067)


def test_it_is_over_after_its_last_day_or_when_every_slip_has_come_back():
    ada = make_keeper()
    questionnaire, codes = opened(ada, slips=5)
    row = Questionnaire.objects.get(pk=questionnaire)
    assert not is_over(row, at=NOON)
    assert due_to_close(at=NOON + timedelta(days=7)) == []
    assert due_to_close(at=NOON + timedelta(days=8)) == [questionnaire]
    for code, sheet in zip(codes, twelve(), strict=False):
        answer(code, *sheet)
    assert is_over(row, at=NOON)


def test_the_bank_offers_the_shipped_questions_in_both_languages():
    rows = queries.bank(make_keeper())
    assert {row.language for row in rows} == {"en", "zh-hans"}
    assert queries.bank_question(make_keeper("Emil"), rows[0].key) == rows[0].question


def test_what_a_slip_opens_says_nothing_of_who_asks_whom():
    ada = make_keeper()
    _questionnaire, codes = opened(ada)
    asked = queries.asked(codes[0], at=NOON)
    assert asked.title == "How the house works"
    assert asked.closes_on == day_of(NOON) + timedelta(days=7)
    assert queries.body_name() == "Bureau"
