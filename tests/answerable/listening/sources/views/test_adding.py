import pytest

from answerable.kernel.sealing import unseal
from answerable.listening.sources.models import Lookup, Source
from tests.answerable.listening.sources.makers import NOON, make_source
from tests.answerable.office.people.makers import make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(ada):
    """The unit that owns what Ada adds: her post reaches the whole body."""
    return make_unit(name="Water works")


def given(unit, **changes):
    return {"owner_unit": unit.pk, "retention_days": 365} | changes


def test_addresses_are_looked_up_by_a_job_and_shown_as_they_come(ada):
    answer = ada.post("/listen/sources/add/", {"addresses": "evening.example\nhttps://other.example"})
    lookup = Lookup.objects.get()
    assert answer.url == f"/listen/sources/lookups/{lookup.pk}/"
    assert [one["address"] for one in lookup.answers] == ["https://evening.example", "https://other.example"]
    page = ada.get(answer.url).content.decode()
    assert "Looking behind 2 addresses" in page
    assert f'hx-get="/listen/sources/lookups/{lookup.pk}/answers/"' in page


def test_the_page_of_a_person_is_refused_before_anybody_calls_it(ada):
    answer = ada.post("/listen/sources/add/", {"addresses": "https://weibo.com/u/123456"}, follow=True)
    assert "This is the page of a person or an account on Weibo" in answer.content.decode()


def test_what_was_found_is_ticked_and_taken_in(ada, unit):
    feeds = [
        {"url": f"https://evening.example/{n}.xml", "kind": "feed", "title": n, "found_by": "link"}
        for n in "ab"
    ]
    asked = {"address": "https://evening.example", "state": "found", "candidates": feeds}
    ada.post("/listen/sources/add/", {"addresses": "https://evening.example"})
    lookup = Lookup.objects.get()
    Lookup.objects.update(answers=[asked], state="done")
    page = ada.get(f"/listen/sources/lookups/{lookup.pk}/").content.decode()
    assert page.count("checked") == 1
    ada.post(f"/listen/sources/lookups/{lookup.pk}/", given(unit, chosen=["0.0", "0.1"], language="en"))
    found = Source.objects.order_by("address")
    assert [(row.address, row.name, row.language, row.publication.name) for row in found] == [
        ("https://evening.example/a.xml", "a", "en", "evening.example"),
        ("https://evening.example/b.xml", "b", "en", "evening.example"),
    ]


def test_what_is_read_already_is_named_and_the_rest_is_taken(ada, unit):
    make_source(address="https://evening.example/a.xml")
    feeds = [
        {"url": f"https://evening.example/{n}.xml", "kind": "feed", "title": n, "found_by": "link"}
        for n in "ab"
    ]
    ada.post("/listen/sources/add/", {"addresses": "https://evening.example"})
    Lookup.objects.update(
        answers=[{"address": "https://evening.example", "state": "found", "candidates": feeds}], state="done"
    )
    answer = ada.post(
        f"/listen/sources/lookups/{Lookup.objects.get().pk}/", given(unit, chosen=["0.0", "0.1"]), follow=True
    )
    assert "This address is read already." in answer.content.decode()
    assert Source.objects.count() == 2


def test_a_look_up_is_shown_only_to_the_one_who_asked(ada, client):
    ada.post("/listen/sources/add/", {"addresses": "https://evening.example"})
    Lookup.objects.update(asked_by=None)
    assert ada.get(f"/listen/sources/lookups/{Lookup.objects.get().pk}/").status_code == 404


@pytest.mark.parametrize(
    ("kind", "own", "address"),
    [
        ("feed", {"address": "https://evening.example/feed.xml"}, "https://evening.example/feed.xml"),
        (
            "page",
            {"address": "https://council.example/news", "selector": "ul li"},
            "https://council.example/news",
        ),
        ("folder", {"path": "tickets", "pattern": "*.csv", "name": "Tickets"}, "tickets"),
        ("file", {"name": "Hot-line"}, "Hot-line"),
        ("webhook", {"name": "Desk"}, "Desk"),
        (
            "mailbox",
            {
                "host": "mail.example",
                "user": "feedback",
                "password": "pa55",
                "port": 993,
                "folder": "INBOX",
                "name": "Feedback",
            },
            "imaps://feedback@mail.example:993/INBOX",
        ),
    ],
)
def test_each_kind_has_its_form(ada, unit, kind, own, address):
    assert ada.get(f"/listen/sources/add/{kind}/").status_code == 200
    answer = ada.post(f"/listen/sources/add/{kind}/", given(unit, **own))
    assert answer.status_code == 302, answer.context["form"].errors
    source = Source.objects.get()
    assert (source.kind, source.address) == (kind, address)
    assert "pa55" not in str(source.settings) + str(source.secrets)


def test_nothing_that_was_typed_is_lost_on_an_error(ada, unit):
    typed = given(unit, address="https://weibo.com/u/123456", name="A person")
    page = ada.post("/listen/sources/add/feed/", typed).content.decode()
    assert "Answerable reads publications, not people" in page
    assert 'value="A person"' in page


def test_editing_keeps_the_secret_and_starts_a_new_address_afresh(ada, unit):
    source = make_source(
        kind="mailbox",
        address="imaps://feedback@mail.example:993/INBOX",
        settings={"host": "mail.example", "user": "feedback", "port": 993, "folder": "INBOX"},
        secrets={"password": "pa55"},
        owner_unit=unit,
        memory={"uid": 7},
    )
    page = ada.get(f"/listen/sources/{source.pk}/edit/").content.decode()
    assert "pa55" not in page
    changed = given(
        unit,
        name="Feedback",
        publication="Town",
        host="mail.example",
        user="feedback",
        port=993,
        folder="Questions",
    )
    answer = ada.post(f"/listen/sources/{source.pk}/edit/", changed)
    assert answer.status_code == 302, answer.context["form"].errors
    source.refresh_from_db()
    assert (source.secrets, source.memory) == ({"password": "pa55"}, {})
    assert source.address.endswith("/Questions")


def test_renaming_a_webhook_does_not_make_it_another_source(ada, unit):
    source = make_source(kind="webhook", address="Desk", owner_unit=unit, heard_at=NOON, next_poll_at=None)
    answer = ada.post(f"/listen/sources/{source.pk}/edit/", given(unit, name="Service desk"))
    assert answer.status_code == 302, answer.context["form"].errors
    source.refresh_from_db()
    assert (source.name, source.address) == ("Service desk", "Desk")


def test_a_new_webhook_shows_its_secret_once(ada, unit):
    page = ada.post("/listen/sources/add/webhook/", given(unit, name="Desk"), follow=True).content.decode()
    sealed = Source.objects.get().secrets["secret"]
    assert unseal(sealed) in page
    assert sealed not in page


def test_a_reader_may_not_add(reader):
    assert reader.get("/listen/sources/add/").status_code == 403
    assert reader.get("/listen/sources/add/feed/").status_code == 403
    assert reader.get(f"/listen/sources/{make_source().pk}/edit/").status_code == 403


def test_an_unknown_kind_is_not_found(ada):
    assert ada.get("/listen/sources/add/telepathy/").status_code == 404
