from datetime import timedelta

import pytest
from django.db import transaction

from answerable.listening.sources import actions, queries
from answerable.listening.sources.models import Arrival, Item, ItemVersion
from answerable.listening.sources.rules.identity import MOST_NEW_AN_HOUR
from tests.answerable.listening.sources.makers import NOON, make_poll, make_source
from tests.answerable.listening.sources.readings import entry

pytestmark = pytest.mark.django_db


def store(source, *entries, at=NOON, **options):
    with transaction.atomic():
        return actions.store_entries(source, entries, **({"catch_up": False} | options), at=at)


def test_new_entries_are_stored_with_their_place_in_the_outbox_and_the_index():
    stored = store(make_source(), entry("flood"), entry("fire"))
    assert len(stored.new) == Arrival.objects.count() == 2
    assert Item.objects.filter(pk__in=queries.matching("flood")).get().title == "flood"


def test_storing_the_same_reading_again_changes_nothing():
    source = make_source()
    store(source, entry("flood"))
    again = store(source, entry("flood"), at=NOON + timedelta(hours=1))
    assert (again.new, again.edited, again.known) == ((), 0, 1)
    assert Arrival.objects.count() == 1


def test_an_edited_entry_is_one_item_with_its_earlier_version():
    source = make_source()
    store(source, entry("fire", title="Five hurt"))
    stored = store(source, entry("fire", title="Three hurt"), at=NOON + timedelta(hours=1))
    item = Item.objects.get()
    assert (stored.edited, item.title, item.version) == (1, "Three hurt", 2)
    assert [(row.version, row.title) for row in queries.item_history(item.pk)] == [
        (2, "Three hurt"),
        (1, "Five hurt"),
    ]
    assert [row.reason for row in queries.arrivals(9)] == ["new", "edit"]
    assert not Item.objects.filter(pk__in=queries.matching("five")).exists()


def test_other_spaces_are_no_edit():
    source = make_source()
    store(source, entry("fire", text="It burns  here."))
    assert store(source, entry("fire", text="It burns here. ")).edited == 0


def test_the_same_key_in_another_source_is_another_item():
    store(make_source(), entry("fire"))
    store(make_source(), entry("fire", title="Poisoned"))
    assert sorted(Item.objects.values_list("title", flat=True)) == ["Poisoned", "fire"]


def test_a_known_text_under_a_new_key_is_not_stored_again():
    source = make_source()
    store(source, entry("fire"))
    stored = store(source, entry("fire", key="f" * 64))
    assert (stored.new, stored.known) == ((), 1)
    assert (Item.objects.get().key, source.rekeyed) == ("f" * 64, 1)


def test_a_source_whose_keys_change_at_each_visit_is_known_by_its_links():
    source = make_source()
    for visit in range(4):
        store(source, entry("fire", key=f"{visit:064d}"))
    store(source, entry("fire", key="e" * 64, title="Fire is out"))
    item = Item.objects.get()
    assert (item.title, item.version) == ("Fire is out", 2)


def test_the_flood_brake_lets_a_first_part_through_and_marks_it():
    source = make_source()
    make_poll(source=source, new=MOST_NEW_AN_HOUR - 2, ended_at=NOON - timedelta(minutes=5))
    entries = [entry(f"n{i}", published_at=NOON - timedelta(minutes=i)) for i in range(5)]
    stored = store(source, *entries)
    assert (len(stored.new), stored.held_back) == (2, 3)
    assert sorted(Item.objects.values_list("title", "catch_up")) == [("n0", True), ("n1", True)]


def test_a_file_that_a_person_hands_in_is_not_braked():
    source = make_source(kind="file")
    make_poll(source=source, new=MOST_NEW_AN_HOUR, ended_at=NOON)
    assert len(store(source, entry("a"), entry("b"), braked=False).new) == 2


def test_a_text_that_changes_at_each_look_keeps_fifty_versions_and_the_first():
    source = make_source()
    for visit in range(60):
        store(source, entry("counter", text=f"visitor {visit}"), at=NOON + timedelta(hours=visit))
    versions = ItemVersion.objects.order_by("version").values_list("version", flat=True)
    assert versions[0] == 1
    assert len(versions) <= 51


def test_the_article_behind_a_summary_goes_to_stories_without_a_new_version():
    (pk,) = store(make_source(), entry("fire")).new
    assert actions.put_full_texts([(pk, "The whole article about the warehouse.")], at=NOON) == 1
    assert actions.put_full_texts([(pk, "Again.")], at=NOON) == 0
    last = queries.arrivals(9)[-1]
    assert (last.reason, last.version, last.text) == (
        "full_text",
        1,
        "The whole article about the warehouse.",
    )
    assert Item.objects.filter(pk__in=queries.matching("warehouse")).exists()


def test_chinese_and_long_texts_are_stored_whole_up_to_the_limit():
    (pk,) = store(make_source(), entry("水", title="停水" * 600, text="水" * 70_000)).new
    item = Item.objects.get(pk=pk)
    assert (len(item.title), len(item.text)) == (1_000, 65_536)


@pytest.mark.django_db(transaction=True)
def test_storing_outside_a_transaction_is_a_defect():
    with pytest.raises(transaction.TransactionManagementError):
        actions.store_entries(make_source(), [entry("fire")], catch_up=False, at=NOON)
