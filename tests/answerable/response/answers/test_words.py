"""What the room says, by key."""

import pytest
from django.utils import translation

from answerable.response.answers.rules.findings import Sort
from answerable.response.answers.rules.states import Kind
from answerable.response.answers.rules.wording import Conference, Content, Known, missing
from answerable.response.answers.words import MISSING_WORDS, SORT_NAMES

LACKING = Content(
    kind=Kind.CONFERENCE,
    language="en",
    title="",
    known=(Known("A main burst"),),
    unknown="Why.",
    conference=Conference(),
)
EMPTY = Content(kind=Kind.ANSWER, language="en", title="Water")


def test_whatever_a_text_lacks_has_its_words() -> None:
    keys = {*missing(LACKING, ""), *missing(EMPTY, ""), "note"}
    assert keys == set(MISSING_WORDS)


@pytest.mark.parametrize("sort", Sort)
def test_every_sort_of_find_is_said_in_both_languages(sort: Sort) -> None:
    english = str(SORT_NAMES[sort])
    with translation.override("zh-hans"):
        assert str(SORT_NAMES[sort]) != english
