"""Reading what readers said."""

from datetime import timedelta

import pytest

from answerable.kernel.actor import NOBODY
from answerable.kernel.errors import NotAllowed
from answerable.response.answers.models import Answer
from answerable.response.answers_site import actions, queries
from tests.answerable.response.answers.makers import LATER, make_published

pytestmark = pytest.mark.django_db


def test_counts_and_questions_of_an_answer(office, django_assert_num_queries):
    slug = make_published(office)
    answer = Answer.objects.get(slug=slug).pk
    for helped, words in ((True, ""), (False, "And Tuesday?"), (True, "And Wednesday?")):
        actions.judge(slug, helped=helped, open_question=words, by=actions.READER, at=LATER)
    found = queries.verdicts_of(office.ada, answer)
    assert found is not None
    assert (found.helped, found.total) == (2, 3)
    assert [question.words for question in found.questions] == ["And Wednesday?", "And Tuesday?"]
    [row] = queries.judged(office.ada).rows
    assert (row.answer, row.helped, row.total, row.questions) == (answer, 2, 3, ())
    with django_assert_num_queries(3):
        queries.judged(office.ada)


def test_an_answer_that_is_not_there_has_no_verdicts(office):
    assert queries.verdicts_of(office.ada, 77) is None
    assert queries.judged(office.ada).rows == ()


def test_only_those_who_work_with_answers_read_it(office):
    for ask in (lambda: queries.judged(NOBODY), lambda: queries.verdicts_of(NOBODY, 1)):
        with pytest.raises(NotAllowed):
            ask()


def test_verdicts_are_counted_by_the_days_of_a_span(office, django_assert_num_queries):
    slug = make_published(office)
    for helped, words in ((True, ""), (False, "And Tuesday?"), (True, "And Wednesday?")):
        actions.judge(slug, helped=helped, open_question=words, by=actions.READER, at=LATER)
    day = LATER.date()
    with django_assert_num_queries(1):
        found = queries.verdicts_between(day, day)
    assert (found.total, found.helped, found.questions) == (3, 2, 2)
    assert queries.verdicts_between(day - timedelta(days=9), day - timedelta(days=1)).total == 0
