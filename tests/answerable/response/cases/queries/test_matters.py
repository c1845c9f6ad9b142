"""What a case is about, and the cases of stories."""

import pytest

from answerable.response.cases import queries
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import make_case, make_cast

pytestmark = pytest.mark.django_db


def test_a_case_tells_its_words_and_its_stories() -> None:
    story = make_story()
    case = make_case(make_cast(), stories=(story.pk,), title="Brown water", matter="It is brown.")
    found = queries.matter_of(case)
    assert found == queries.CaseMatter("Brown water", "It is brown.", frozenset({story.pk}), NOON)
    assert queries.matter_of(case + 1) is None


def test_stories_name_their_cases() -> None:
    cast, one, other = make_cast(), make_story(), make_story(("Bridge closes for repairs",))
    first, second = (make_case(cast, stories=(one.pk,)) for _ in range(2))
    assert queries.cases_of_stories([one.pk, other.pk]) == {one.pk: (first, second)}
