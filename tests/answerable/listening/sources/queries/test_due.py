from datetime import timedelta

import pytest

from answerable.listening.sources.models import HostTurn
from answerable.listening.sources.queries.due import due_now, is_any_due, wanted_articles
from tests.answerable.listening.sources.makers import NOON, make_item, make_source

pytestmark = pytest.mark.django_db


def test_a_resting_host_keeps_its_sources_out_of_the_way():
    make_source()
    HostTurn.objects.create(host="evening.example", free_at=NOON + timedelta(seconds=1))
    assert not due_now(at=NOON).exists()
    assert is_any_due(at=NOON)


def test_a_leased_source_is_not_due():
    make_source(leased_until=NOON + timedelta(minutes=1))
    assert not is_any_due(at=NOON)


def test_the_newest_articles_are_wanted_first():
    source = make_source()
    old = make_item(source=source, wants_full_text=True, first_seen_at=NOON)
    new = make_item(source=source, wants_full_text=True, first_seen_at=NOON + timedelta(hours=1))
    make_item(source=source)
    assert [article.item for article in wanted_articles(source.pk, 5)] == [new.pk, old.pk]
