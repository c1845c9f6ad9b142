import pytest

from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.listening.sources import actions, queries
from answerable.listening.sources.models import Lookup
from answerable.listening.sources.rules.opml import Outline
from tests.answerable.listening.sources.makers import NOON, make_source

pytestmark = pytest.mark.django_db


def test_a_look_up_is_done_when_its_last_address_has_an_answer():
    pk = actions.ask_lookup(["https://a.example", "https://b.example"], by=MACHINE, at=NOON)
    actions.note_found(
        pk, 0, [{"url": "https://a.example/f", "kind": "feed", "title": "A", "found_by": "link"}]
    )
    assert queries.lookup_page(MACHINE, pk).waiting == 1
    actions.note_refused(pk, 1, "unreachable", {"host": "b.example"})
    page = queries.lookup_page(MACHINE, pk)
    assert (page.state, page.waiting, page.answers[1].reason) == ("done", 0, "b.example does not answer.")


@pytest.mark.parametrize("addresses", [[], [f"https://{n}.example" for n in range(201)]])
def test_none_and_too_many_addresses_are_refused(addresses):
    with pytest.raises(Anticipated):
        actions.ask_lookup(addresses, by=MACHINE, at=NOON)


def test_looking_up_needs_the_ability():
    with pytest.raises(NotAllowed):
        actions.ask_lookup(["https://a.example"], by=NOBODY, at=NOON)


def test_a_list_names_what_is_read_already():
    make_source(address="https://a.example/f")
    pk = actions.offer_outlines(
        [Outline("https://a.example/f", "A"), Outline("https://b.example/f", "B", "Papers", "en")],
        by=MACHINE,
        at=NOON,
    )
    first, second = Lookup.objects.get(pk=pk).answers
    assert (first["state"], first["code"]) == ("refused", "read_already")
    assert second["candidates"][0]["publication"] == "Papers"


def test_a_look_up_whose_addresses_were_all_refused_ends():
    pk = actions.ask_lookup(["https://x.com/somebody"], by=MACHINE, at=NOON)
    actions.end_lookup(pk)
    assert queries.lookup_page(MACHINE, pk).state == "done"
