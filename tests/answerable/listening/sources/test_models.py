import pytest
from django.db import IntegrityError, transaction

from answerable.listening.sources.models import Gap, Item, ItemVersion, PollDay, ReceivedCall
from tests.answerable.listening.sources.makers import NOON, make_item, make_source

pytestmark = pytest.mark.django_db


def refuses(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_the_tables_refuse_what_must_not_be_twice():
    item = make_item()
    source = item.source
    refuses(lambda: Item.objects.create(source=source, key=item.key, first_seen_at=NOON, content_hash=""))
    ItemVersion.objects.create(item=item, version=1, seen_at=NOON)
    refuses(lambda: ItemVersion.objects.create(item=item, version=1, seen_at=NOON))
    ReceivedCall.objects.create(source=source, call_id="1", received_at=NOON)
    refuses(lambda: ReceivedCall.objects.create(source=source, call_id="1", received_at=NOON))
    PollDay.objects.create(source=source, day=NOON.date(), outcome="heard")
    refuses(lambda: PollDay.objects.create(source=source, day=NOON.date(), outcome="heard"))


def test_a_source_has_one_open_gap_and_any_number_of_closed_ones():
    source = make_source()
    for _ in range(2):
        Gap.objects.create(source=source, began_at=NOON, ended_at=NOON, reason="failed")
    Gap.objects.create(source=source, began_at=NOON, reason="failed")
    refuses(lambda: Gap.objects.create(source=source, began_at=NOON, reason="failed"))
