import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Moved, NotFound
from answerable.listening.sources import actions
from answerable.listening.sources.models import Gap, Item
from tests.answerable.listening.sources.makers import NOON, make_item, make_source

pytestmark = pytest.mark.django_db


def test_a_pause_is_a_gap_and_resuming_polls_at_once():
    source = make_source(heard_at=NOON)
    actions.pause_source(source.pk, by=MACHINE, at=NOON)
    source.refresh_from_db()
    assert (source.state, source.next_poll_at, Gap.objects.get().reason) == ("paused", None, "paused")
    actions.resume_source(source.pk, by=MACHINE, at=NOON)
    source.refresh_from_db()
    assert (source.state, source.next_poll_at) == ("active", NOON)


def test_pausing_twice_is_refused():
    source = make_source()
    actions.pause_source(source.pk, by=MACHINE, at=NOON)
    with pytest.raises(Moved):
        actions.pause_source(source.pk, by=MACHINE, at=NOON)


def test_stopping_forgets_the_secrets_and_keeps_the_items():
    source = make_source(kind="webhook", secrets={"secret": "whsec_x"})
    make_item(source=source)
    actions.stop_source(source.pk, by=MACHINE, at=NOON)
    source.refresh_from_db()
    assert (source.state, source.secrets, Item.objects.count()) == ("stopped", {}, 1)


def test_a_confirmed_move_is_followed():
    source = make_source(state="waiting", moved_to="https://new.example/feed", next_poll_at=None)
    actions.confirm_move(source.pk, by=MACHINE, at=NOON)
    source.refresh_from_db()
    assert (source.address, source.host, source.moved_to) == ("https://new.example/feed", "new.example", "")
    assert (source.state, source.next_poll_at) == ("active", NOON)


def test_a_move_to_the_page_of_a_person_cannot_be_confirmed():
    source = make_source(state="waiting", moved_to="https://x.com/somebody", next_poll_at=None)
    with pytest.raises(actions.AddressRefused):
        actions.confirm_move(source.pk, by=MACHINE, at=NOON)
    source.refresh_from_db()
    assert source.state == "waiting"


def test_a_declined_move_pauses_the_source():
    source = make_source(state="waiting", moved_to="https://new.example/feed", next_poll_at=None)
    actions.decline_move(source.pk, by=MACHINE, at=NOON)
    source.refresh_from_db()
    assert (source.state, source.moved_to, source.address.startswith("https://evening")) == (
        "paused",
        "",
        True,
    )


def test_poll_now_brings_the_next_poll_forward():
    source = make_source(next_poll_at=NOON.replace(hour=23))
    actions.poll_now(source.pk, by=MACHINE, at=NOON)
    source.refresh_from_db()
    assert source.next_poll_at == NOON


def test_a_source_that_is_not_polled_cannot_be_polled_now():
    with pytest.raises(actions.AddressRefused):
        actions.poll_now(make_source(kind="webhook").pk, by=MACHINE, at=NOON)


def test_what_is_not_there_is_not_found():
    with pytest.raises(NotFound):
        actions.pause_source(1, by=MACHINE, at=NOON)
