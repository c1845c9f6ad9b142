from datetime import timedelta

import pytest

from answerable.kernel import clock
from answerable.listening.sources.jobs import upkeep
from answerable.listening.sources.models import Item, PollDay
from tests.answerable.listening.sources.makers import make_item, make_poll, make_source


@pytest.mark.django_db
def test_one_run_sums_up_polls_and_lets_old_texts_go():
    source = make_source(retention_days=5)
    make_poll(source=source, ended_at=clock.now() - timedelta(days=20))
    make_item(source=source, first_seen_at=clock.now() - timedelta(days=6), arrives=False)
    upkeep.func()
    assert (PollDay.objects.count(), Item.objects.get().text) == (1, "")
