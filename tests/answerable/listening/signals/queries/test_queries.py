"""Reading signals and watches."""

from datetime import timedelta

import pytest

from answerable.kernel.errors import NotFound
from answerable.listening.signals import queries
from answerable.listening.signals.rules.states import Move, State
from answerable.listening.stories.queries import choices, story_page
from answerable.office.people.models import Person
from tests.answerable.listening.signals.makers import make_signal, make_watch
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import ada, chen, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def signal(story):
    return make_signal(
        watch=None, story=story, series=f"story:{story.pk}", evidence=[story.headline_id], until_at=NOON
    )


def test_the_list_counts_each_state_and_those_that_wait(story, signal):
    make_signal(watch=None, story=story, series="story:a", state="dismissed")
    found = queries.signal_table(ada(), state="open")
    assert [row.id for row in found.rows] == [signal.pk]
    assert (found.by_state["open"], found.by_state["dismissed"]) == (1, 1)
    assert queries.signal_table(ada(), state="all", page=7).total == 2


def test_signals_are_listed_that_were_raised_from_one_moment_until_another(signal):
    def raised(since, until):
        return queries.signal_table(ada(), state="all", raised=(since, until)).total

    at, hour = signal.raised_at, timedelta(hours=1)
    assert [raised(at, at), raised(None, at - hour), raised(at + hour, None)] == [1, 0, 0]


def test_a_signal_shows_its_evidence_its_hours_and_what_can_be_done(signal, story):
    make_signal(watch=None, story=story, series=signal.series, over_at=NOON)
    page = queries.signal_page(ada(), signal.pk)
    assert [found.item.id for found in page.evidence] == [story.headline_id]
    assert page.moves == (Move.ACKNOWLEDGE, Move.TAKE, Move.DISMISS)
    assert queries.signal_page(chen(), signal.pk).moves == ()
    with pytest.raises(NotFound):
        queries.signal_page(ada(), 404)


def test_the_signals_of_somebody_elses_watch_are_not_seen():
    owner = Person.objects.create(name="Chen")
    make_signal(watch=make_watch(owner=owner))
    assert queries.signal_table(ada(), state="all").total == 0
    assert queries.signal_table(chen(person=owner.pk), state="all").total == 1
    assert queries.morning(ada(), at=NOON).open_total == 0


def test_the_morning_lists_what_waits(signal):
    found = queries.morning(ada(), at=NOON)
    assert ([row.id for row in found.open], found.open_total, found.new_total) == ([signal.pk], 1, 1)
    assert queries.morning(ada(), at=NOON, since=NOON).open == ()


def test_a_signal_marks_the_timeline_of_its_story_and_a_watch_the_filter_of_the_board(signal, story):
    owner = Person.objects.create(name="Ada")
    watch = make_watch(owner=owner, languages=["zh"])
    assert [mark.state for mark in story_page(ada(), story.pk).marks] == [State.NEW]
    [saved] = choices(ada(person=owner.pk)).searches
    assert (saved.id, saved.words, saved.languages) == (watch.pk, "water", ("zh",))


def test_a_watch_tells_what_it_raised():
    owner = Person.objects.create(name="Ada")
    watch = make_watch(owner=owner)
    make_signal(watch=watch)
    make_signal(watch=watch, state="ended")
    [row] = queries.watch_rows(ada(person=owner.pk))
    assert (row.signals, row.open_signals, row.is_mine, row.last_at) == (2, 1, True, NOON)


def test_programs_read_on_where_they_stopped(signal, story):
    older = signal.pk
    newer = make_signal(watch=None, story=story, series="story:b", raised_at=NOON + timedelta(days=1)).pk
    read = {"since": None, "state": "all", "before": None, "limit": 1}
    assert [row.id for row in queries.newest(ada(), **read)] == [newer]
    assert [row.id for row in queries.newest(ada(), **(read | {"before": newer}))] == [older]
    assert [
        row.id for row in queries.newest(ada(), **(read | {"since": NOON + timedelta(hours=1), "limit": 9}))
    ] == [newer]


def test_lists_take_a_fixed_number_of_queries(story, django_assert_max_num_queries):
    for number in range(9):
        make_signal(watch=None, story=story, series=f"story:x{number}")
    with django_assert_max_num_queries(4):
        queries.signal_table(ada(), state="open")
    with django_assert_max_num_queries(7):
        queries.signal_page(ada(), queries.signal_table(ada()).rows[0].id)
