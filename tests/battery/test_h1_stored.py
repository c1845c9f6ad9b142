"""H1, second half: what is read of the hostile corpus can be stored, indexed, found and shown, on either database."""

import os
from pathlib import Path

import pytest

from answerable.kernel.actor import MACHINE
from answerable.listening.sources import actions, queries
from answerable.listening.sources.models import Arrival, Item, Poll
from answerable.listening.sources.rules.outcomes import Harvest
from tests.answerable.listening.sources.makers import NOON, make_source
from tests.answerable.office.people.makers import make_member
from tests.battery.hostile import feeds, headers_of, read

#: Every fourth feed in the ordinary suite (its siblings differ in one tag); ANSWERABLE_EVERY=1 takes them all.
EVERY = int(os.environ.get("ANSWERABLE_EVERY", "4"))


def stored(path: Path, number: int) -> None:
    """Poll a source of its own whose document is this file."""
    source = make_source(address=f"https://h{number}.example/feed")
    (claim,) = actions.claim_due(1, lease="h1", at=NOON)
    body = path.read_bytes()
    harvest = Harvest(reading=read(body, headers=headers_of(body)), status=200)
    assert actions.end_poll(claim, harvest, began_at=NOON, spread=0, at=NOON) is not None, path
    source.refresh_from_db()
    assert source.last_outcome, path


@pytest.mark.slow
@pytest.mark.django_db
def test_every_feed_ends_as_items_or_as_a_state_with_a_reason(shared_data: Path, client, tally) -> None:
    files = feeds(shared_data)[::EVERY]
    for number, path in enumerate(files):
        stored(path, number)
    assert Poll.objects.count() == len(files)
    # Empty documents are a third of this corpus; each bad one names its reason.
    assert set(Poll.objects.values_list("outcome", flat=True)) <= {
        "heard",
        "silent",
        "empty",
        "refused",
        "unchanged",
    }
    assert not Poll.objects.filter(outcome="refused", reason="").exists()
    assert Item.objects.count() == Arrival.objects.count() > len(files) // 3
    assert len(queries.items(Item.objects.values_list("pk", flat=True))) == Item.objects.count()
    for row in queries.arrivals(100_000):
        assert "\x00" not in row.title + row.text
    tally(cases=len(files))
    client.force_login(make_member("Ada"))
    for item in Item.objects.order_by("pk")[::10]:
        assert queries.item_for(MACHINE, item.pk).id == item.pk
        assert client.get(f"/listen/items/{item.pk}/").status_code == 200
