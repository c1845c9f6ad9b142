import pytest

from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.listening.sources import queries
from answerable.listening.sources.models import Item, ItemVersion
from tests.answerable.listening.sources.makers import NOON, make_item

pytestmark = pytest.mark.django_db


def test_items_come_by_id_and_unknown_ids_are_left_out():
    item = make_item()
    assert list(queries.items([item.pk, item.pk + 99])) == [item.pk]


def test_an_item_is_shown_only_to_those_who_may_read():
    item = make_item()
    assert queries.item_for(MACHINE, item.pk).title == item.title
    with pytest.raises(NotAllowed):
        queries.item_for(NOBODY, item.pk)


def test_an_item_that_does_not_exist_is_not_found():
    with pytest.raises(NotFound):
        queries.item_for(MACHINE, 1)


def test_history_begins_with_what_the_item_says_now():
    item = make_item(title="Three hurt", version=2)
    ItemVersion.objects.create(item=item, version=1, title="Five hurt", text="", seen_at=NOON)
    assert [(row.version, row.title) for row in queries.item_history(item.pk)] == [
        (2, "Three hurt"),
        (1, "Five hurt"),
    ]


def test_two_chinese_characters_find_the_item():
    item = make_item(title="老城区停水", text="自来水公司抢修")
    make_item(title="别的新闻")
    assert list(Item.objects.filter(pk__in=queries.matching("停水"))) == [item]


def test_nothing_asked_for_gives_no_subquery():
    assert queries.matching("  ") is None
