"""Who may see and work on which answer."""

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.response.answers.models import Answer
from answerable.response.answers.queries.door import answer_for, answers_of, locked, may_draft, may_publish
from tests.answerable.office.people.makers import actor_of, make_account
from tests.answerable.response.answers.makers import make_draft, make_published


def test_drafts_are_for_their_reach_and_public_answers_for_everybody(office) -> None:
    make_draft(office)
    make_published(office)
    assert answers_of(office.ada).count() == answers_of(MACHINE).count() == 2
    assert answers_of(office.dana).count() == 1


def test_a_reader_without_the_ability_sees_no_list(office) -> None:
    with pytest.raises(NotAllowed):
        answers_of(actor_of(make_account("guest")))


def test_an_answer_out_of_reach_is_not_there(office) -> None:
    with pytest.raises(NotFound):
        answer_for(office.dana, make_draft(office))


def test_writing_and_publishing_are_for_different_posts(office) -> None:
    answer = Answer.objects.get(pk=make_draft(office))
    assert may_draft(office.chen, answer)
    assert not may_publish(office.chen, answer)
    assert may_publish(office.emil, answer)
    assert not may_draft(office.boris, answer)


@pytest.mark.django_db
def test_a_public_answer_is_changed_only_within_reach(office) -> None:
    make_published(office)
    with pytest.raises(NotAllowed):
        locked(office.dana, Answer.objects.get().pk, "answers.read")
