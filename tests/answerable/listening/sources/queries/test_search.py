from datetime import timedelta

import pytest

from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import NotAllowed
from answerable.listening.sources.queries.search import ItemWish, found_items
from tests.answerable.listening.sources.makers import NOON, make_item, make_publication, make_source

pytestmark = pytest.mark.django_db


def titles(**wish):
    rows, _more = found_items(MACHINE, ItemWish(**wish))
    return [row.title for row in rows]


def test_items_are_found_by_words_source_publication_language_and_time():
    post = make_source(publication=make_publication(name="Post"), language="zh-Hans")
    make_item(source=post, title="停水通知", first_seen_at=NOON)
    make_item(source=make_source(), title="Bridge", language="en", first_seen_at=NOON + timedelta(days=1))
    for wish in (
        {"words": "停水"},
        {"source": post.pk},
        {"publication": post.publication_id},
        {"language": "zh-Hans"},
        {"until": NOON + timedelta(hours=1)},
    ):
        assert titles(**wish) == ["停水通知"], wish
    assert titles(since=NOON + timedelta(hours=1)) == ["Bridge"]


def test_pages_follow_each_other_without_a_gap():
    for number in range(5):
        make_item(title=str(number))
    first, more = found_items(MACHINE, ItemWish(), limit=3)
    second, last = found_items(MACHINE, ItemWish(before=first[-1].id), limit=3)
    assert ([row.title for row in (*first, *second)], more, last) == (["4", "3", "2", "1", "0"], True, False)


def test_the_door_is_closed_to_who_may_not_read():
    with pytest.raises(NotAllowed):
        found_items(NOBODY, ItemWish())
