from datetime import timedelta

import pytest

from answerable.listening.sources import queries
from answerable.listening.sources.models import Gap
from tests.answerable.listening.sources.makers import NOON, make_publication, make_source

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def test_without_gaps_everything_was_heard():
    make_source()
    hours = queries.exposure(NOON, NOON + 3 * HOUR)
    assert [(row.sources, row.away, row.share) for row in hours] == [(1, 0, 1.0)] * 3


def test_a_gap_lowers_the_share_and_its_end_is_a_catching_up():
    make_source()
    ill = make_source()
    Gap.objects.create(source=ill, began_at=NOON + HOUR / 2, ended_at=NOON + HOUR * 1.5, reason="failing")
    hours = queries.exposure(NOON, NOON + 3 * HOUR)
    assert [row.share for row in hours] == [0.5, 0.5, 1.0]
    assert [row.catching_up for row in hours] == [0, 1, 0]


def test_an_open_gap_reaches_to_the_end():
    ill = make_source()
    Gap.objects.create(source=ill, began_at=NOON + HOUR, reason="failing")
    assert [row.away for row in queries.exposure(NOON, NOON + 3 * HOUR)] == [0, 1, 1]


def test_other_publications_do_not_count_when_some_are_named():
    other = make_source(publication=make_publication(name="Other"))
    Gap.objects.create(source=other, began_at=NOON, reason="failing")
    mine = make_source(publication=make_publication(name="Mine"))
    (hour,) = queries.exposure(NOON, NOON + HOUR, publications=[mine.publication_id])
    assert (hour.sources, hour.away) == (1, 0)


def test_a_source_counts_only_from_its_birth():
    make_source(created_at=NOON + HOUR)
    assert [row.sources for row in queries.exposure(NOON, NOON + 2 * HOUR)] == [0, 1]
