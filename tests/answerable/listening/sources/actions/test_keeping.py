import pytest

from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.kernel.trail.queries import entries_of
from answerable.listening.sources import actions
from answerable.listening.sources.models import Gap, Publication, Source
from tests.answerable.listening.sources.makers import (
    NOON,
    make_publication,
    make_source,
    make_unit,
)

pytestmark = pytest.mark.django_db


def draft(**changes):
    fields = {"kind": "feed", "address": "https://evening.example/feed.xml", "owner_unit": make_unit().pk}
    return actions.Draft(**(fields | changes))


def chen(unit):
    return Actor(kind="person", name="Chen", units=frozenset({unit}), abilities=frozenset({"sources.keep"}))


def test_a_new_source_is_due_at_once_and_named_after_its_site():
    source = Source.objects.get(pk=actions.add_source(draft(), by=MACHINE, at=NOON))
    assert (source.state, source.next_poll_at, source.host) == ("active", NOON, "evening.example")
    assert (source.name, source.publication.name) == ("evening.example", "evening.example")
    assert Gap.objects.get().reason == "new_source"
    assert entries_of(f"source:{source.pk}")[0].act == "sources.add"


def test_two_sources_of_one_name_belong_to_one_publication():
    actions.add_source(draft(publication="Evening"), by=MACHINE, at=NOON)
    actions.add_source(
        draft(address="https://evening.example/b.xml", publication="Evening"), by=MACHINE, at=NOON
    )
    assert Publication.objects.count() == 1


def test_the_same_address_is_not_read_twice():
    actions.add_source(draft(), by=MACHINE, at=NOON)
    with pytest.raises(actions.AddressRefused, match="read already"):
        actions.add_source(draft(), by=MACHINE, at=NOON)


def test_an_address_may_come_back_after_it_was_stopped():
    first = actions.add_source(draft(), by=MACHINE, at=NOON)
    actions.stop_source(first, by=MACHINE, at=NOON)
    assert actions.add_source(draft(), by=MACHINE, at=NOON) != first


@pytest.mark.parametrize(
    "address",
    [
        "https://weibo.com/u/123456",
        "https://x.com/somebody",
        "https://mastodon.example/@somebody",
        "https://rsshub.example/weibo/user/123",
    ],
)
def test_the_page_of_a_person_is_refused_with_the_reason(address):
    with pytest.raises(actions.AddressRefused, match="not people"):
        actions.add_source(draft(address=address), by=MACHINE, at=NOON)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://a.example/", "https://", "", "https://a b/"]
)
def test_what_is_no_web_address_is_refused(address):
    with pytest.raises(actions.AddressRefused):
        actions.add_source(draft(address=address), by=MACHINE, at=NOON)


def test_a_name_and_password_in_the_address_are_dropped():
    source = actions.add_source(draft(address="https://me:pa55@evening.example/f"), by=MACHINE, at=NOON)
    assert Source.objects.get(pk=source).address == "https://evening.example/f"


def test_somebody_else_s_unit_is_out_of_reach():
    other = make_unit(code="water", name="Water")
    with pytest.raises(NotAllowed):
        actions.add_source(draft(), by=chen(other.pk), at=NOON)


def test_of_many_drafts_the_good_ones_are_taken_and_the_others_named():
    drafts = [draft(), draft(address="https://t.me/somebody"), draft(address="https://b.example/f")]
    added, refused = actions.add_sources(drafts, by=MACHINE, at=NOON)
    assert len(added) == 2
    assert [(one.address, "Telegram" in one.sentence) for one in refused] == [("https://t.me/somebody", True)]


def test_a_new_address_starts_a_source_afresh():
    source = make_source(state="gone", failures_in_row=9, memory={"etag": "x"}, next_poll_at=None)
    changed = draft(address="https://new.example/feed", owner_unit=source.owner_unit_id)
    actions.edit_source(source.pk, changed, by=MACHINE, at=NOON)
    source.refresh_from_db()
    assert (source.state, source.memory, source.next_poll_at, source.host) == (
        "active",
        {},
        NOON,
        "new.example",
    )


def test_an_edit_without_a_new_address_keeps_what_was_learnt():
    source = make_source(state="failing", failures_in_row=2, memory={"etag": "x"})
    changed = draft(
        address=source.address, owner_unit=source.owner_unit_id, name="New name", fixed_interval=900
    )
    actions.edit_source(source.pk, changed, by=MACHINE, at=NOON)
    source.refresh_from_db()
    assert (source.name, source.state, source.memory, source.fixed_interval) == (
        "New name",
        "failing",
        {"etag": "x"},
        900,
    )


def test_a_paused_source_takes_a_new_address_and_stays_paused():
    source = make_source(state="paused", next_poll_at=None)
    changed = draft(address="https://new.example/feed", owner_unit=source.owner_unit_id)
    actions.edit_source(source.pk, changed, by=MACHINE, at=NOON)
    source.refresh_from_db()
    assert (source.state, source.next_poll_at, source.host) == ("paused", None, "new.example")


def test_the_kind_of_a_source_stays():
    source = make_source()
    with pytest.raises(actions.AddressRefused):
        actions.edit_source(source.pk, draft(kind="page", address=source.address), by=MACHINE, at=NOON)


def test_secrets_are_never_in_the_trail():
    source = actions.add_source(
        draft(kind="mailbox", address="imaps://a@b/INBOX", name="Box", secrets={"password": "pa55"}),
        by=MACHINE,
        at=NOON,
    )
    assert "pa55" not in str(entries_of(f"source:{source}"))


def test_merging_moves_the_sources_and_drops_the_empty_publication():
    kept, merged = make_publication(name="A"), make_publication(name="B")
    source = make_source(publication=merged)
    actions.merge_publications(kept.pk, merged.pk, by=MACHINE, at=NOON)
    source.refresh_from_db()
    assert source.publication_id == kept.pk
    with pytest.raises(NotFound):
        actions.merge_publications(kept.pk, merged.pk, by=MACHINE, at=NOON)
