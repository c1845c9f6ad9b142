"""Beginning, changing and explaining a text."""

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.office.people.models import Post
from answerable.response.answers import actions
from answerable.response.answers.models import Answer, AnswerCase, Version
from answerable.response.answers.queries.pages import draft_page
from answerable.response.answers.rules.states import Kind
from answerable.response.cases import actions as cases
from answerable.response.cases.queries import cases_named
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.answers.makers import (
    LATER,
    change,
    make_content,
    make_draft,
    make_published,
    speaking_post,
)


def open_case(office, title: str = "Brown water") -> int:
    """A case of Chen's unit."""
    opening = cases.Opening(title=title, matter="The water is brown.", seen_at=NOON, unit=office.unit)
    return cases.open_case(opening, by=office.ada, at=NOON)


def test_a_draft_belongs_to_its_cases_and_knows_when_the_concern_was_seen(office) -> None:
    case = open_case(office)
    answer = make_draft(office, cases=(case,))
    assert Answer.objects.get().concern_seen_at == cases_named([case])[case].seen_at
    assert [one.title for one in draft_page(office.chen, answer, at=LATER).cases] == ["Brown water"]


def test_cases_can_be_chosen_later(office) -> None:
    answer, case = make_draft(office), open_case(office)
    actions.link_cases(answer, (case,), by=office.chen, at=LATER)
    assert AnswerCase.objects.get().case == case
    actions.link_cases(answer, (), by=office.chen, at=LATER)
    assert not AnswerCase.objects.exists()
    assert Answer.objects.get().concern_seen_at is None


def test_a_case_that_the_writer_may_not_see_is_not_linked(office) -> None:
    with pytest.raises(NotFound):
        make_draft(office, cases=(4711,))
    assert not Answer.objects.exists()


def test_an_answer_is_written_by_a_person_of_the_unit(office) -> None:
    beginning = actions.Beginning(make_content(), office.unit)
    with pytest.raises(NotAllowed):
        actions.draft(beginning, by=office.dana, at=NOON)
    with pytest.raises(NotAllowed, match="by a person"):
        actions.draft(beginning, by=MACHINE, at=NOON)


def test_only_a_spokesperson_or_head_of_today_can_be_named(office) -> None:
    other = Post.objects.get(kind="office").pk
    beginning = actions.Beginning(make_content(), office.unit, spokesperson_post=other)
    with pytest.raises(NotAllowed, match="Nobody speaks"):
        actions.draft(beginning, by=office.chen, at=NOON)


def test_a_stale_page_overwrites_nothing(office) -> None:
    answer = make_draft(office)
    change(office, answer, body="Second.")
    stale = actions.Edit(make_content(body="Third."), 1, speaking_post())
    with pytest.raises(actions.EditedMeanwhile):
        actions.edit(answer, stale, by=office.ada, at=LATER)
    assert Version.objects.get().body == "Second."


def test_saving_the_same_text_is_no_edit(office) -> None:
    answer = make_draft(office)
    assert change(office, answer) == 1
    assert change(office, answer, body="Other.") == 2


def test_everybody_who_wrote_is_kept_as_a_writer(office) -> None:
    answer = make_draft(office)
    change(office, answer, by=office.ada, body="By Ada.")
    assert Version.objects.get().editors == [office.chen.person, office.ada.person]


def test_the_kind_of_a_published_answer_stays(office) -> None:
    make_published(office)
    answer = Answer.objects.get().pk
    actions.correct(answer, "The hour.", by=office.chen, at=LATER)
    change(office, answer, kind=Kind.UPDATE, body="Other.")
    assert Answer.objects.get().kind == Kind.ANSWER


def test_a_withdrawal_changes_its_reason_and_no_word_of_the_text(office) -> None:
    make_published(office)
    answer = Answer.objects.get().pk
    actions.withdraw(answer, "All wrong.", by=office.chen, at=LATER)
    change(office, answer, body="Smuggled in.", note="All of it was wrong.")
    version = Version.objects.get(change="withdrawal")
    assert "repaired" in version.body
    assert version.note == "All of it was wrong."


def test_an_answer_has_one_text_a_language(office) -> None:
    answer = make_draft(office)
    made = actions.translate(answer, "zh", by=office.chen, at=LATER)
    with pytest.raises(Anticipated, match="already"):
        actions.translate(answer, "zh", by=office.chen, at=LATER)
    with pytest.raises(Anticipated, match="already"):
        actions.translate(made, "en", by=office.chen, at=LATER)
    with pytest.raises(Anticipated, match="Chinese or in English"):
        actions.translate(answer, "fr", by=office.chen, at=LATER)


def test_a_dropped_translation_leaves_room_for_another(office) -> None:
    answer = make_draft(office)
    actions.drop(actions.translate(answer, "zh", by=office.chen, at=LATER), by=office.chen, at=LATER)
    assert actions.translate(answer, "zh", by=office.chen, at=LATER)


def test_an_explanation_is_taken_back_by_emptying_it(office) -> None:
    answer = make_draft(office)
    actions.explain(answer, {"a": "Ours.", "b": "Public."}, by=office.chen, at=LATER)
    actions.explain(answer, {"a": " "}, by=office.chen, at=LATER)
    assert Version.objects.get().explained == {"b": "Public."}
