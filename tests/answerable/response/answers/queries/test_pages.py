"""One answer for its pages."""

import pytest

from answerable.kernel.errors import NotAllowed, NotFound
from answerable.response.answers import actions
from answerable.response.answers.models import Answer
from answerable.response.answers.queries.pages import answer_page, draft_page, guarded_words
from answerable.response.answers.rules.states import Change, GateState
from tests.answerable.response.answers.makers import (
    LATER,
    change,
    make_draft,
    make_published,
    pass_gate,
    publish,
)


def test_the_page_follows_the_text_on_its_way(office) -> None:
    answer = make_draft(office)
    assert answer_page(office.chen, answer).work.gate is GateState.DRAFT
    actions.hand_in(answer, by=office.chen, at=LATER)
    assert answer_page(office.chen, answer).work.gate is GateState.IN_REVIEW
    actions.take_back(answer, by=office.chen, at=LATER)
    pass_gate(office, answer)
    assert answer_page(office.chen, answer).work.gate is GateState.READY
    assert answer_page(office.chen, answer).changes == ()


def test_what_may_follow_is_offered_to_those_who_write(office) -> None:
    make_published(office)
    answer = Answer.objects.get().pk
    assert answer_page(office.chen, answer).changes == (Change.UPDATE, Change.CORRECTION, Change.WITHDRAWAL)
    assert answer_page(office.dana, answer).changes == ()


def test_outside_its_unit_only_the_public_text_is_shown(office) -> None:
    make_published(office)
    answer = Answer.objects.get().pk
    actions.correct(answer, "Not public yet.", by=office.chen, at=LATER)
    page = answer_page(office.dana, answer)
    assert page.work is None
    assert "Not public yet" not in repr(page)


def test_each_version_comes_with_the_wording_before_it(office) -> None:
    make_published(office)
    answer = Answer.objects.get().pk
    actions.correct(answer, "The hour.", by=office.chen, at=LATER)
    change(office, answer, body="Nine.")
    publish(office, answer)
    newest, first = answer_page(office.chen, answer).versions
    assert newest.before == first.wording
    assert first.before == ""


def test_a_find_that_stays_is_shown_with_its_reason(office) -> None:
    answer = make_draft(office, body="Call 13800138000.")
    [finding] = draft_page(office.chen, answer, at=LATER).beside.findings
    actions.explain(answer, {finding.key: "Our duty telephone."}, by=office.chen, at=LATER)
    assert answer_page(office.ada, answer).work.explained == ((finding, "Our duty telephone."),)
    assert draft_page(office.chen, answer, at=LATER).beside.left == ()


def test_only_writers_of_the_unit_open_the_draft(office) -> None:
    answer = make_draft(office)
    with pytest.raises(NotFound):
        draft_page(office.dana, answer, at=LATER)
    with pytest.raises(NotAllowed):
        draft_page(office.boris, answer, at=LATER)


def test_a_published_answer_without_a_text_in_work_has_no_draft_page(office) -> None:
    make_published(office)
    with pytest.raises(NotAllowed, match="Begin a correction"):
        draft_page(office.chen, Answer.objects.get().pk, at=LATER)


def test_the_languages_that_are_left_are_offered(office) -> None:
    answer = make_draft(office)
    assert answer_page(office.chen, answer).languages_left == ("zh",)
    made = actions.translate(answer, "zh", by=office.chen, at=LATER)
    page = answer_page(office.chen, answer)
    assert page.languages_left == ()
    assert [row.id for row in page.relatives] == [made]


def test_the_guarded_words_are_for_writers(office) -> None:
    actions.guard_word("Blue folder", "a paper", by=office.ada, at=LATER)
    assert [row.word for row in guarded_words(office.chen)] == ["Blue folder"]
    with pytest.raises(NotAllowed):
        guarded_words(office.dana)
