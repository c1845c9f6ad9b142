"""Questions of the press."""

from datetime import timedelta

import pytest

from answerable.kernel import events
from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.office.review import queries as reviews
from answerable.response.letters import actions, queries
from answerable.response.letters.events import InquiryAnswered
from answerable.response.letters.models import Contact, Inquiry
from answerable.response.letters.rules.states import InquiryState
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import make_inquiry, read_all

LATER = NOON + timedelta(hours=5)
ANSWER = actions.PressAnswer("A joint of 1987 gave way.", "Emil, spokesperson", "")


def page(office, inquiry, at=NOON):
    return queries.inquiry_page(office.ada, inquiry, at=at)


def test_its_clock_ends_when_the_outlet_asked_to_have_the_answer(office):
    inquiry = make_inquiry(office)
    assert page(office, inquiry).row.clock.due == NOON + timedelta(days=1)
    assert page(office, inquiry).row.reference.startswith("Q-")


def test_a_deadline_before_the_question_is_refused(office):
    with pytest.raises(Anticipated):
        make_inquiry(office, wanted_at=NOON - timedelta(hours=1))


def test_to_acknowledge_is_no_answer(office):
    inquiry = make_inquiry(office)
    actions.acknowledge_inquiry(inquiry, by=office.ada, at=LATER)
    assert page(office, inquiry).row.state == InquiryState.ACKNOWLEDGED
    assert page(office, inquiry).row.clock.state == "running"


def test_an_answer_of_our_own_passes_its_gate_first(office):
    heard = []
    events.react(InquiryAnswered, heard.append)
    inquiry = make_inquiry(office)
    actions.acknowledge_inquiry(inquiry, by=office.ada, at=NOON)
    actions.write_press_answer(inquiry, ANSWER, by=office.ada, at=NOON)
    with pytest.raises(NotAllowed):
        actions.answer_inquiry(inquiry, by=office.ada, at=LATER)
    assert heard == []


def test_a_passed_text_answers_and_meets_the_clock(office):
    inquiry = make_inquiry(office, unit=office.supply)
    actions.acknowledge_inquiry(inquiry, by=office.chen, at=NOON)
    actions.write_press_answer(inquiry, ANSWER, by=office.chen, at=NOON)
    read_all(office, reviews.review_of(f"inquiry:{inquiry}").id)
    actions.answer_inquiry(inquiry, by=office.chen, at=LATER)
    ended = page(office, inquiry, LATER)
    assert (ended.row.state, ended.row.ended_at) == (InquiryState.ANSWERED, LATER)
    assert ended.clocks[0].state == "met"


def test_an_edit_of_a_passed_text_voids_its_passage(office):
    inquiry = make_inquiry(office, unit=office.supply)
    actions.acknowledge_inquiry(inquiry, by=office.chen, at=NOON)
    actions.write_press_answer(inquiry, ANSWER, by=office.chen, at=NOON)
    read_all(office, reviews.review_of(f"inquiry:{inquiry}").id)
    actions.write_press_answer(
        inquiry, actions.PressAnswer("Something else.", "Emil", ""), by=office.chen, at=NOON
    )
    with pytest.raises(NotAllowed):
        actions.answer_inquiry(inquiry, by=office.chen, at=LATER)


def test_a_published_answer_is_passed_on_without_another_gate(office):
    inquiry = make_inquiry(office)
    actions.acknowledge_inquiry(inquiry, by=office.ada, at=NOON)
    with pytest.raises(Anticipated):
        actions.answer_inquiry(inquiry, by=office.ada, at=LATER)
    actions.write_press_answer(
        inquiry, actions.PressAnswer(link="/answers/burst-main/"), by=office.ada, at=NOON
    )
    actions.answer_inquiry(inquiry, by=office.ada, at=LATER)
    assert Inquiry.objects.get().state == InquiryState.ANSWERED


@pytest.mark.parametrize(
    "answer",
    [
        actions.PressAnswer(),
        actions.PressAnswer(link="https://elsewhere.example/"),
        actions.PressAnswer(text="We looked into it."),
        actions.PressAnswer(text="x", spokesperson="Emil", link="javascript:x"),
    ],
)
def test_an_answer_names_who_answers_or_a_page_of_ours(office, answer):
    with pytest.raises(Anticipated):
        actions.write_press_answer(make_inquiry(office), answer, by=office.ada, at=NOON)


def test_declining_needs_a_reason_and_ends_the_clock(office):
    inquiry = make_inquiry(office)
    with pytest.raises(Anticipated):
        actions.decline_inquiry(inquiry, " ", by=office.ada, at=LATER)
    actions.decline_inquiry(inquiry, "It is before the court.", by=office.ada, at=LATER)
    ended = page(office, inquiry, LATER)
    assert ended.reason == "It is before the court."
    assert ended.row.clock is None
    assert Contact.objects.get().delete_at == LATER + timedelta(days=30)
    with pytest.raises(Moved):
        actions.decline_inquiry(inquiry, "again", by=office.ada, at=LATER)


def test_it_is_given_to_the_unit_that_knows(office):
    inquiry = make_inquiry(office)
    with pytest.raises(NotFound):
        queries.inquiry_page(office.chen, inquiry, at=NOON)
    actions.give_inquiry(inquiry, office.supply, by=office.ada, at=NOON)
    assert queries.inquiry_page(office.chen, inquiry, at=NOON).may_work
    with pytest.raises(Anticipated):
        actions.give_inquiry(inquiry, 99_999, by=office.ada, at=NOON)


def test_it_belongs_to_a_case(office):
    inquiry = make_inquiry(office)
    actions.tie_inquiry(inquiry, 12, by=office.ada, at=NOON)
    assert [row.id for row in queries.inquiries_of_case(office.ada, 12)] == [inquiry]
    assert queries.inquiries_of_case(office.dana, 12) == ()


def test_a_journalists_name_in_the_question_is_masked(office):
    inquiry = make_inquiry(office, question="This is Li Reporter, why did it burst? 13800001111")
    assert "Li Reporter" not in page(office, inquiry).question
    assert "13800001111" not in page(office, inquiry).question


def test_who_has_no_letters_takes_none_in(office):
    with pytest.raises(NotAllowed):
        actions.acknowledge_inquiry(make_inquiry(office), by=office.dana, at=NOON)
