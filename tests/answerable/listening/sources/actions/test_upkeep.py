from datetime import timedelta

import pytest
from django.db import transaction

from answerable.listening.sources import actions, queries
from answerable.listening.sources.models import (
    FileImport,
    Item,
    ItemVersion,
    Lookup,
    Poll,
    PollDay,
    ReceivedCall,
)
from tests.answerable.listening.sources.makers import NOON, make_item, make_poll, make_source
from tests.answerable.listening.sources.readings import entry

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_polls_of_two_weeks_ago_become_counts_of_their_day():
    for hour in range(3):
        make_poll(ended_at=NOON - 20 * DAY + timedelta(hours=hour), new=2, times=1)
    make_poll(ended_at=NOON - 20 * DAY, outcome="missed", times=4, new=0)
    make_poll(ended_at=NOON - DAY)
    assert actions.sum_up_polls(at=NOON) == 4
    counts = {row.outcome: (row.times, row.new) for row in PollDay.objects.all()}
    assert counts == {"heard": (3, 6), "missed": (4, 0)}
    assert Poll.objects.count() == 1


def test_summing_up_twice_counts_once():
    make_poll(ended_at=NOON - 20 * DAY, new=2)
    actions.sum_up_polls(at=NOON)
    make_poll(ended_at=NOON - 20 * DAY, new=3)
    actions.sum_up_polls(at=NOON)
    actions.sum_up_polls(at=NOON)
    row = PollDay.objects.get()
    assert (row.times, row.new) == (2, 5)


def test_a_text_goes_when_its_retention_ends_and_its_reference_stays():
    source = make_source(retention_days=30)
    old = make_item(source=source, title="Old news", first_seen_at=NOON - 31 * DAY, arrives=False)
    ItemVersion.objects.create(item=old, version=1, title="Older", text="x", seen_at=NOON)
    young = make_item(source=source, first_seen_at=NOON - 29 * DAY, arrives=False)
    assert actions.let_old_texts_go(at=NOON) == 1
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.title, old.text, old.erased_at) == ("Old news", "", NOON)
    assert young.text
    assert not ItemVersion.objects.exists()
    assert list(Item.objects.filter(pk__in=queries.matching("old news"))) == [old]
    assert not Item.objects.filter(pk__in=queries.matching("broke")).exclude(pk=young.pk).exists()


def test_an_item_that_stories_have_not_seen_yet_keeps_its_text():
    source = make_source(retention_days=1)
    make_item(source=source, first_seen_at=NOON - 9 * DAY)
    assert actions.let_old_texts_go(at=NOON) == 0


def test_an_erased_item_that_is_still_in_the_feed_does_not_come_back():
    source = make_source(retention_days=1)
    with transaction.atomic():
        actions.store_entries(source, [entry("fire")], catch_up=False, at=NOON - 9 * DAY)
    Item.objects.get().arrivals.all().delete()
    actions.let_old_texts_go(at=NOON)
    with transaction.atomic():
        stored = actions.store_entries(source, [entry("fire", title="Changed")], catch_up=False, at=NOON)
    assert (stored.new, Item.objects.get().text) == ((), "")


def test_old_calls_look_ups_and_untaken_files_are_forgotten():
    source = make_source(kind="file")
    long_ago = NOON - 30 * DAY
    ReceivedCall.objects.create(source=source, call_id="1", received_at=long_ago)
    Lookup.objects.create(asked_at=long_ago)
    FileImport.objects.create(source=source, file_name="a", content=b"abc", handed_in_at=long_ago)
    actions.forget_old_calls(at=NOON)
    assert (ReceivedCall.objects.count(), Lookup.objects.count()) == (0, 0)
    assert bytes(FileImport.objects.get().content) == b""


def test_an_article_that_cannot_be_had_is_given_up():
    item = make_item(wants_full_text=True)
    actions.give_up_full_text(item.pk)
    item.refresh_from_db()
    assert not item.wants_full_text
