"""What a new case starts from."""

import pytest

from answerable.kernel.errors import NotAllowed
from answerable.response.cases.queries.opening import start_of
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.response.cases.makers import make_case, make_cast

pytestmark = pytest.mark.django_db


def test_a_signal_brings_its_story_its_title_and_its_moment() -> None:
    cast, story = make_cast(), make_story()
    signal = make_signal(watch=None, story=story, title="Water grows")
    start = start_of(cast.ada, signal_ids=(signal.pk,))
    assert (start.title, start.seen_at) == ("Water grows", signal.raised_at)
    assert (start.story_ids, start.signal_ids) == ((story.pk,), (signal.pk,))


def test_a_story_gives_its_headline_and_when_we_first_read_of_it() -> None:
    cast, story = make_cast(), make_story()
    start = start_of(cast.ada, story_ids=(story.pk,))
    assert (start.title, start.seen_at) == (story.title, story.opened_at)


def test_nothing_chosen_leaves_everything_open() -> None:
    start = start_of(make_cast().ada)
    assert (start.title, start.seen_at, start.story_ids, start.case) == ("", None, (), None)


def test_open_cases_of_the_story_are_named() -> None:
    cast, story = make_cast(), make_story()
    case = make_case(cast, stories=(story.pk,))
    assert [near.id for near in start_of(cast.ada, story_ids=(story.pk,)).near] == [case]
    assert start_of(cast.fang, story_ids=(story.pk,)).near == ()


def test_who_only_reads_starts_none() -> None:
    with pytest.raises(NotAllowed):
        start_of(make_cast().dana)
