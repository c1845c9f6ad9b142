from datetime import timedelta

import pytest

from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import NotAllowed
from answerable.listening.sources import queries
from answerable.listening.sources.queries import Wish
from tests.answerable.listening.sources.makers import (
    NOON,
    make_item,
    make_publication,
    make_source,
    make_unit,
)

pytestmark = pytest.mark.django_db


def names(**wish):
    return [row.name for row in queries.table(MACHINE, Wish(**wish), at=NOON).rows]


def test_the_ill_come_first_and_the_stopped_not_at_all():
    make_source(name="well")
    make_source(name="moved", state="waiting")
    make_source(name="down", state="failing")
    make_source(name="over", state="stopped")
    assert names() == ["down", "moved", "well"]


def test_counts_are_over_all_sources_whatever_the_filter():
    make_source(state="failing")
    make_source(state="silent")
    make_source()
    found = queries.table(MACHINE, Wish(state="silent"), at=NOON)
    assert (found.total, found.ill, found.all) == (1, 2, 3)


def test_every_filter_narrows():
    water = make_unit(code="water", name="Water")
    post = make_publication(name="Post")
    make_source(name="Alpha", kind="page", owner_unit=water, publication=post)
    make_source(name="Beta")
    for wish in ({"kind": "page"}, {"unit": water.pk}, {"publication": post.pk}, {"words": "alp post"}):
        assert names(**wish) == ["Alpha"]


def test_orders_can_be_turned_round():
    make_source(name="a", last_item_at=NOON)
    make_source(name="b", last_item_at=None)
    make_source(name="c", last_item_at=NOON - timedelta(days=1))
    assert names(sort="last_item") == ["c", "a", "b"]
    assert names(sort="-last_item") == ["a", "c", "b"]
    assert names(sort="-name") == ["c", "b", "a"]


def test_a_page_beyond_the_last_is_the_last():
    make_source()
    assert queries.table(MACHINE, Wish(page=9), at=NOON).page == 1


def test_a_late_source_is_overdue_unless_somebody_polls_it_now():
    late = make_source(next_poll_at=NOON - timedelta(hours=1))
    assert queries.table(MACHINE, Wish(state="overdue"), at=NOON).overdue == 1
    late.leased_until = NOON + timedelta(minutes=1)
    late.save()
    assert queries.table(MACHINE, Wish(), at=NOON).overdue == 0


def test_items_of_the_last_week_are_counted():
    source = make_source()
    make_item(source=source, first_seen_at=NOON - timedelta(days=1))
    make_item(source=source, first_seen_at=NOON - timedelta(days=8))
    assert queries.table(MACHINE, Wish(), at=NOON).rows[0].items_in_week == 1


def test_the_number_of_queries_is_fixed(django_assert_num_queries):
    for _ in range(3):
        make_source()
    with django_assert_num_queries(5):
        queries.table(MACHINE, Wish(), at=NOON)


def test_the_door_is_closed_to_who_may_not_read():
    for ask in (lambda: queries.table(NOBODY, Wish(), at=NOON), lambda: queries.choices(NOBODY)):
        with pytest.raises(NotAllowed):
            ask()


def test_choices_name_what_there_is():
    make_source(owner_unit=make_unit(code="water", name="Water"), publication=make_publication(name="Post"))
    found = queries.choices(MACHINE, publication="pos")
    assert [name for _pk, name in found.units] == ["Water"]
    assert [name for _pk, name in found.publications] == ["Post"]


def test_an_export_holds_every_page():
    for _ in range(60):
        make_source()
    assert len(queries.all_rows(MACHINE, Wish(), at=NOON)) == 60
