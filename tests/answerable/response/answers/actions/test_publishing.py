"""Publishing: only the exact text that passed, in the name of who speaks today."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from answerable.kernel.errors import NotAllowed
from answerable.office.people.models import Holding, Post
from answerable.response.answers import actions, queries
from answerable.response.answers.models import Answer, Version
from answerable.response.answers.rules.states import State
from answerable.response.cases import actions as cases
from answerable.response.cases.models import Answer as CaseAnswer
from answerable.response.cases.models import Case
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.answers.makers import (
    LATER,
    change,
    make_content,
    make_draft,
    make_published,
    pass_gate,
    publish,
    read,
    speaking_post,
)


def test_a_text_that_three_people_read_is_published_with_its_spokesperson(office) -> None:
    slug = make_published(office)
    found = queries.published_answer(slug)
    assert found is not None
    assert (found.spokesperson, found.post, found.state) == ("Emil", "Duty officer", State.PUBLISHED)
    assert "<strong>repaired</strong>" in found.body_html
    assert found.basis[0].link == "https://water.example/log"


def test_a_draft_cannot_be_published(office) -> None:
    answer = make_draft(office)
    with pytest.raises(NotAllowed):
        actions.publish(answer, speaking_post(), by=office.emil, at=LATER)


def test_an_edit_after_two_readings_voids_both(office) -> None:
    answer = make_draft(office)
    actions.hand_in(answer, by=office.chen, at=LATER)
    read(answer, office.ada)
    read(answer, office.emil)
    change(office, answer, body="Water is back at eight.")
    read(answer, office.ada)
    with pytest.raises(NotAllowed, match="Second reading"):
        actions.publish(answer, speaking_post(), by=office.emil, at=LATER)


def test_a_correction_stands_beside_the_old_text(office) -> None:
    slug = make_published(office)
    answer = queries.published_answer(slug).id
    actions.correct(answer, "The time was wrong.", by=office.chen, at=LATER)
    change(office, answer, body="Water is back at **eight**.")
    publish(office, answer)
    found = queries.published_answer(slug)
    assert found.state is State.CORRECTED
    assert [version.number for version in found.versions] == [1, 2]
    assert "repaired" in found.versions[0].body_html
    assert "eight" in found.body_html


def test_the_database_itself_refuses_a_text_without_its_gate(office) -> None:
    answer = make_draft(office)
    forged = {"state": "published", "published_at": LATER, "published_hash": "a", "passed_hash": "b"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(answer=answer).update(**forged)
    actions.hand_in(answer, by=office.chen, at=LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(answer=answer).update(**forged)


@pytest.mark.parametrize("state", ["published", "withdrawn"])
def test_the_database_itself_refuses_a_public_answer_without_address_or_reason(office, state) -> None:
    answer = make_draft(office)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(pk=answer).update(state=state)


def test_nobody_but_the_named_spokesperson_of_that_post_is_put_under_a_text(office) -> None:
    answer = make_draft(office)
    pass_gate(office, answer)
    with pytest.raises(NotAllowed, match="no longer so"):
        actions.publish(answer, Post.objects.get(kind="lead").pk, by=office.emil, at=LATER)


def test_a_spokesperson_who_left_between_gate_and_publication_gives_nothing(office) -> None:
    answer = make_draft(office)
    pass_gate(office, answer)
    Holding.objects.filter(post=speaking_post()).update(ends_on=date(2026, 2, 1))
    with pytest.raises(NotAllowed, match="Emil"):
        actions.publish(answer, speaking_post(), by=office.ada, at=LATER)


def test_the_head_may_give_an_answer(office) -> None:
    head = Post.objects.get(kind="lead").pk
    answer = make_draft(office)
    version = Version.objects.get(answer=answer)
    actions.edit(answer, actions.Edit(make_content(), version.edit, head), by=office.chen, at=LATER)
    pass_gate(office, answer)
    slug = actions.publish(answer, head, by=office.emil, at=LATER)
    assert queries.published_answer(slug).spokesperson == "Boris"


def test_an_address_stays_through_corrections_of_the_title(office) -> None:
    slug = make_published(office)
    answer = Answer.objects.get().pk
    actions.correct(answer, "The title.", by=office.chen, at=LATER)
    change(office, answer, title="Quite another title")
    assert publish(office, answer) == slug


def test_what_was_published_is_noted_in_its_cases(office) -> None:
    opening = cases.Opening(title="Brown water", matter="It is brown.", seen_at=NOON, unit=office.unit)
    case = cases.open_case(opening, by=office.ada, at=NOON)
    make_published(office, cases=(case,))
    kept = CaseAnswer.objects.get()
    assert (kept.case_id, kept.kind, kept.spokesperson) == (case, "answer", "Emil")
    assert Case.objects.get(pk=case).answered_at == LATER


def test_every_update_counts_for_the_case(office) -> None:
    opening = cases.Opening(title="Brown water", matter="It is brown.", seen_at=NOON, unit=office.unit)
    case = cases.open_case(opening, by=office.ada, at=NOON)
    make_published(office, cases=(case,))
    answer = Answer.objects.get().pk
    for body in ("Half.", "All."):
        actions.update(answer, body, by=office.chen, at=LATER)
        change(office, answer, body=body)
        publish(office, answer)
    assert list(CaseAnswer.objects.order_by("pk").values_list("kind", flat=True)) == [
        "answer",
        "update",
        "update",
    ]


def test_a_withdrawal_answers_no_case(office) -> None:
    opening = cases.Opening(title="Brown water", matter="It is brown.", seen_at=NOON, unit=office.unit)
    case = cases.open_case(opening, by=office.ada, at=NOON)
    make_published(office, cases=(case,))
    answer = Answer.objects.get().pk
    actions.withdraw(answer, "All wrong.", by=office.chen, at=LATER)
    publish(office, answer)
    assert CaseAnswer.objects.count() == 1
