"""Cases and answers stand in the timeline of their stories."""

import pytest

from answerable.kernel.actor import NOBODY
from answerable.listening.stories.queries import beside, story_page
from answerable.response.cases.queries import marks
from answerable.response.cases.queries.marks import case_marks
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, answered, make_cast

pytestmark = pytest.mark.django_db


def test_a_story_shows_when_its_case_was_opened_and_answered() -> None:
    cast, story = make_cast(), make_story()
    case = answered(cast, stories=(story.pk,))
    given = [(mark.at, mark.name, mark.address) for mark in story_page(cast.ada, story.pk).marks]
    link = f"/respond/cases/{case}/"
    assert given == [(NOON, "Case", link), (NOON + 3 * HOUR, "Answer", link)]


def test_who_may_not_see_the_case_sees_no_mark_of_it() -> None:
    cast, story = make_cast(), make_story()
    answered(cast, stories=(story.pk,))
    assert case_marks(cast.fang, story.pk) == ()
    assert case_marks(NOBODY, story.pk) == ()


def test_of_very_many_marks_the_latest_are_given(monkeypatch) -> None:
    cast, story = make_cast(), make_story()
    for number in range(3):
        answered(cast, stories=(story.pk,), at=NOON + number * HOUR)
    for room in (marks, beside):
        monkeypatch.setattr(room, "MOST_MARKS", 2)
    given = beside.marks(cast.ada, story.pk)
    assert [mark.name for mark in given] == ["Answer", "Answer"]
    assert given[0].at < given[1].at
