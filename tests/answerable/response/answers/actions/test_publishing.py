"""Publishing: only the exact text that passed, in the name of who speaks today."""

import pytest

from answerable.kernel.errors import NotAllowed
from answerable.response.answers import actions, queries
from answerable.response.answers.rules.states import State
from tests.answerable.response.answers.makers import (
    LATER,
    change,
    make_draft,
    make_published,
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
