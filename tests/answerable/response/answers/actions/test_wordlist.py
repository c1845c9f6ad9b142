"""The body's own guarded words."""

import pytest

from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.response.answers import actions
from answerable.response.answers.models import GuardedWord
from tests.answerable.response.answers.makers import LATER


def test_the_same_word_is_listed_once(office) -> None:
    first = actions.guard_word("Blue  folder", "a paper", by=office.ada, at=LATER)
    assert actions.guard_word("Blue folder", "again", by=office.ada, at=LATER) == first
    assert GuardedWord.objects.get().why == "a paper"


def test_a_single_sign_is_no_word(office) -> None:
    with pytest.raises(Anticipated):
        actions.guard_word(" a ", "", by=office.ada, at=LATER)


def test_a_contact_of_a_unit_does_not_keep_the_list(office) -> None:
    with pytest.raises(NotAllowed):
        actions.guard_word("Blue folder", "", by=office.chen, at=LATER)


def test_a_word_is_taken_off_once(office) -> None:
    word = actions.guard_word("Blue folder", "", by=office.ada, at=LATER)
    actions.release_word(word, by=office.ada, at=LATER)
    with pytest.raises(NotFound):
        actions.release_word(word, by=office.ada, at=LATER)
