"""The pages of the room: each opens with nothing, one thing and many; what is typed is done or refused in words."""

from datetime import timedelta

import pytest
from django.test import Client

from answerable.kernel import clock
from answerable.response.channels import actions
from answerable.response.channels.models import Channel, HandOver, ListedName, Piece, Publication
from answerable.response.channels.rules.hand_over import STEPS
from answerable.response.channels.rules.states import Delivery
from tests.answerable.response.channels.makers import (
    agree,
    make_application,
    make_applied,
    make_channel,
    make_filed,
    make_piece,
    make_policy,
    make_published,
    pass_gate,
    quick_channel,
    sign_in,
)

LISTS = ("/respond/channels/", "/respond/channels/content/", "/respond/channels/content/calendar/",
         "/respond/channels/log/", "/respond/channels/content/names/")  # fmt: skip


def page(client: Client, address: str, *, language: str = "en", status: int = 200) -> str:
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_an_empty_room_says_why(client, desk, address, language):
    sign_in(client, "fay")
    assert "<h1>" in page(client, address, language=language)


@pytest.mark.parametrize("address", [*LISTS, "/respond/channels/apply/", "/respond/channels/content/add/"])
def test_nobody_without_a_post_gets_in(client, db, address):
    assert client.get(address).status_code in (302, 403)


def test_an_application_is_typed_and_read(client, desk):
    sign_in(client, "fay")
    page(client, "/respond/channels/apply/")
    wanted = make_application(desk)
    typed = {
        "platform": wanted.platform, "name": wanted.name, "address": wanted.address, "holder_kind": "body",
        "holder": wanted.holder, "unit": wanted.unit, "keeper_post": wanted.keeper_post, "language": "en",
        "purpose": wanted.purpose, "reason": "People look for us there.",
    }  # fmt: skip
    refused = client.post("/respond/channels/apply/", {**typed, "holder_kind": "person"})
    assert refused.status_code == 422
    assert "private account cannot be registered" in refused.content.decode()
    assert wanted.purpose in refused.content.decode()
    assert client.post("/respond/channels/apply/", {**typed, "name": ""}).status_code == 422
    made = client.post("/respond/channels/apply/", typed)
    channel = Channel.objects.get()
    assert made.url == f"/respond/channels/{channel.pk}/"
    assert "Waits for" in page(client, made.url)


def test_filing_and_taking_over_by_their_pages(client, desk):
    channel = make_applied(desk)
    agree(desk, channel)
    sign_in(client, "ada")
    here = f"/respond/channels/{channel}/"
    assert "Enter as filed" in page(client, here)
    assert client.post(f"{here}file/", {"number": ""}).status_code == 422
    client.post(f"{here}file/", {"number": "W-7", "on": "2026-03-02"})
    row = HandOver.objects.get()
    sign_in(client, "fay")
    assert "I have taken it over" in page(client, here)
    taking = f"/respond/channels/hand-over/{row.pk}/"
    half = client.post(taking, {"channel": channel, "steps": STEPS[:2]})
    assert half.status_code == 422
    assert 'value="password" id="step-password" checked' in half.content.decode()
    client.post(taking, {"channel": channel, "steps": STEPS})
    assert Channel.objects.get().state == "live"
    sign_in(client, "ada")
    client.post(taking, {"channel": channel, "filed": "1"})
    row.refresh_from_db()
    assert row.state == "filed"


def test_a_channel_is_changed_closed_dropped_and_put_to_sleep(client, desk):
    channel = make_channel(desk)
    sign_in(client, "fay")
    here = f"/respond/channels/{channel}/"
    page(client, f"{here}change/")
    wanted = make_application(desk)
    typed = {
        "platform": "web", "name": "Emil", "address": wanted.address, "holder_kind": "body", "holder": wanted.holder,
        "unit": wanted.unit, "keeper_post": wanted.keeper_post, "language": "en", "purpose": "x", "reason": "y",
    }  # fmt: skip
    assert client.post(f"{here}change/", typed).status_code == 422
    assert client.post(f"{here}change/", {**typed, "name": "Water news"}).status_code == 302
    client.post(f"{here}drop/")
    assert client.post(f"{here}sleep/", {"reason": ""}).status_code == 422
    client.post(f"{here}sleep/", {"reason": "Nobody writes."})
    assert "It is written on again" in page(client, here)
    client.post(f"{here}wake/")
    client.post(f"{here}close/", {"reason": "Merged."})
    assert Channel.objects.get().state == "closing"
    assert client.post(f"{here}explode/").status_code == 404


def test_a_webhook_shows_its_secret_once(client, desk):
    channel = make_channel(desk)
    sign_in(client, "fay")
    here = f"/respond/channels/{channel}/"
    shown = client.post(f"{here}delivery/", {"delivery": "webhook", "hook_url": "https://hook.example/in"})
    assert "whsec_" in shown.content.decode()
    assert "whsec_" not in page(client, here)
    assert client.post(f"{here}delivery/", {"delivery": "webhook", "hook_url": "no"}).status_code == 422
    assert client.post(f"{here}delivery/", {"delivery": "pigeon"}).status_code == 422
    client.post(f"{here}delivery/", {"delivery": "feed"})
    assert "atom.xml" in page(client, here)


def test_a_piece_is_begun_written_saved_on_the_way_and_handed_in(client, desk):
    site = quick_channel(desk, delivery="feed").pk
    sign_in(client, "chen")
    page(client, "/respond/channels/content/add/")
    assert client.post("/respond/channels/content/add/", {"title": ""}).status_code == 422
    begun = client.post(
        "/respond/channels/content/add/",
        {"title": "Works in Mill Lane", "kind": "notice", "language": "en", "unit": desk.office.unit},
    )
    piece = Piece.objects.get().pk
    assert begun.url == f"/respond/channels/content/{piece}/edit/"
    here = f"/respond/channels/content/{piece}/"
    refused = client.post(f"{here}hand-in/")
    assert refused.status_code == 422
    assert "It lacks" in refused.content.decode()
    typed = {
        "seen_edit": "1", "kind": "notice", "title": "Works in Mill Lane", "body": "On Tuesday, 9 March 2026.",
        "basis": "Order 12", "channels": [site], "review_on": "2026-06-01",
    }  # fmt: skip
    beside = client.post(f"{here}beside/", typed).content.decode()
    assert "not the weekday of that date" in beside
    assert 'name="seen_edit" id="seen-edit" form="text" value="2"' in beside
    assert "Not saved yet" in client.post(f"{here}beside/", {**typed, "title": ""}).content.decode()
    clash = client.post(f"{here}edit/", typed)
    assert clash.status_code == 409
    assert "Their text against yours" in clash.content.decode()
    assert "somebody" in client.post(f"{here}beside/", typed).content.decode().lower()
    typed |= {"seen_edit": "2", "body": "On Monday, 9 March 2026."}
    assert client.post(f"{here}edit/", {**typed, "stay": "1"}).url == f"{here}edit/"
    assert client.post(f"{here}edit/", {**typed, "seen_edit": "3", "title": ""}).status_code == 422
    assert client.post(f"{here}hand-in/").status_code == 302
    assert "Waits for First reading" in page(client, here)
    assert "void" in page(client, f"{here}edit/")


def test_reasons_for_finds_are_kept(client, desk):
    piece = make_piece(desk, (quick_channel(desk).pk,), body="Papers marked confidential.")
    sign_in(client, "chen")
    here = f"/respond/channels/content/{piece}/"
    shown = page(client, f"{here}edit/")
    key = shown.split('name="why-')[1].split('"')[0]
    client.post(f"{here}explain/", {f"why-{key}": "It speaks of the rule."})
    assert "It speaks of the rule." in page(client, here)


def test_a_policy_has_its_plan_on_its_page(client, desk):
    policy, material = make_policy(desk, (quick_channel(desk).pk,), planned=False)
    sign_in(client, "chen")
    here = f"/respond/channels/content/{policy}/"
    assert "Interpretation plan" in page(client, f"{here}edit/")
    typed = {"form": "questions", "writer": desk.office.unit, "points": "Who pays", "due_on": "2026-03-20"}
    assert client.post(f"{here}interpretation/", {**typed, "points": ""}).status_code == 422
    client.post(f"{here}interpretation/", {**typed, "material": material})
    assert "What the tariff rules change" in page(client, here)
    assert "Tariff rules" in page(client, f"/respond/channels/content/{material}/")


def test_a_passed_piece_is_scheduled_published_put_out_and_withdrawn(client, desk):
    account = quick_channel(desk, kind="account", platform="screen").pk
    piece = make_piece(desk, (account,))
    at = clock.now()
    pass_gate(desk, piece, at=at)
    sign_in(client, "fay")
    here = f"/respond/channels/content/{piece}/"
    assert "Publish now" in page(client, here)
    assert client.post(f"{here}schedule/", {"moment": "soon"}).status_code == 422
    client.post(f"{here}schedule/", {"moment": (at + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")})
    assert "Goes out by itself" in page(client, here)
    client.post(f"{here}unschedule/")
    client.post(f"{here}publish/")
    row = Publication.objects.get()
    assert "I have put it there" in page(client, here)
    assert "To be done on your channels" in page(client, "/respond/channels/content/")
    text = page(client, f"{here}copy/{account}/")
    assert "On Monday, 9 March 2026" in text
    page(client, f"{here}copy/9999/", status=404)
    log = f"/respond/channels/log/{row.pk}/"
    client.post(f"{log}out/", {"piece": piece, "address": "https://screens.example/4"})
    client.post(f"{here}withdraw/", {"reason": ""})
    client.post(f"{here}withdraw/", {"reason": "It named a customer."})
    assert "It named a customer." in page(client, here)
    client.post(f"{log}down/", {"piece": piece})
    assert "taken down" in page(client, here)
    assert client.post(f"{log}explode/").status_code == 404
    assert client.post(f"{here}explode/").status_code == 404


def test_a_correction_begins_and_a_due_piece_is_kept(client, desk):
    site = quick_channel(desk, delivery="feed").pk
    piece = make_published(desk, (site,))
    sign_in(client, "ada")
    here = f"/respond/channels/content/{piece}/"
    begun = client.post(f"{here}correct/", {"reason": "Wrong hour."})
    assert begun.url.endswith("/edit/")
    assert "A correction of" in page(client, begun.url)
    assert "Put right by" in page(client, here)
    Piece.objects.filter(pk=piece).update(state="review_due")
    assert "It still holds" in page(client, here)
    client.post(f"{here}keep/", {"review_on": "2099-01-01"})
    assert Piece.objects.get(pk=piece).state == "published"


def test_a_draft_is_taken_back_and_dropped(client, desk):
    piece = make_piece(desk, (quick_channel(desk).pk,))
    sign_in(client, "chen")
    here = f"/respond/channels/content/{piece}/"
    client.post(f"{here}hand-in/")
    client.post(f"{here}take-back/")
    assert client.post(f"{here}drop/").url == "/respond/channels/content/"


def test_names_are_listed_and_taken_off(client, desk):
    sign_in(client, "ada")
    here = "/respond/channels/content/names/"
    client.post(here, {"name": "Emil Novak", "title": "Spokesperson", "wrong": "Emil Nowak\nE. Nowak"})
    assert "Emil Nowak, E. Nowak" in page(client, here)
    assert client.post(here, {"name": ""}).status_code == 422
    client.post(f"{here}{ListedName.objects.get().pk}/drop/")
    assert not ListedName.objects.exists()


def test_another_units_draft_is_not_shown(client, desk):
    piece = make_piece(desk, (quick_channel(desk).pk,))
    sign_in(client, "dana")
    page(client, f"/respond/channels/content/{piece}/", status=404)


def test_feeds_are_read_without_signing_in(client, desk):
    channel = quick_channel(desk, delivery="feed")
    piece = make_published(desk, (channel.pk,))
    row = Publication.objects.get()
    feed = f"/respond/channels/feed/{channel.key}/"
    atom = client.get(f"{feed}atom.xml")
    assert atom.status_code == 200
    assert f"urn:uuid:{row.key}" in atom.content.decode()
    items = client.get(f"{feed}feed.json").json()["items"]
    assert [(one["title"], one["tags"]) for one in items] == [
        ("Works in Mill Lane from 9 March 2026", ["published"])
    ]
    assert items[0]["_answerable"]["reviewed_by"][0].startswith("Ada")
    actions.withdraw(piece, "It named a customer.", by=desk.fay, at=clock.now())
    gone = client.get(f"{feed}feed.json").json()["items"][0]
    assert (gone["id"], gone["content_html"], gone["content_text"]) == (
        f"urn:uuid:{row.key}",
        "",
        "It named a customer.",
    )
    Channel.objects.update(delivery=Delivery.COPY)
    assert client.get(f"{feed}atom.xml").status_code == 404


def test_the_list_of_names_has_pages_and_is_searched(client, desk):
    ListedName.objects.bulk_create(
        [ListedName(name=f"Name {n:03}", added_by="Ada", added_at=clock.now()) for n in range(120)]
    )
    sign_in(client, "ada")
    names = "/respond/channels/content/names/"
    assert page(client, names).count("an-cell-main") == 50
    assert "Name 119" in page(client, f"{names}?page=3")
    assert page(client, f"{names}?words=Name 07").count("an-cell-main") == 10
    assert "No name holds these words" in page(client, f"{names}?words=zeppelin")


def test_filters_stand_in_the_address(client, desk):
    quick_channel(desk, 1)
    quick_channel(desk, 2, kind="account", platform="weibo", name="Our Weibo")
    make_filed(desk, name="Coming soon")
    sign_in(client, "fay")
    shown = page(client, "/respond/channels/?kind=account")
    assert "Our Weibo" in shown
    assert "Channel 1" not in shown
    assert "No channel fits" in page(client, "/respond/channels/?words=nothing-like-it")
    assert "Coming soon" in page(client, "/respond/channels/?tab=coming")
    make_piece(desk, (Channel.objects.get(name="Our Weibo").pk,))
    number = Channel.objects.get(name="Channel 1").pk
    assert "No piece fits" in page(client, f"/respond/channels/content/?channel={number}")
    assert "Works in Mill Lane" in page(client, "/respond/channels/content/?words=mill&kind=notice")
    assert "Nothing here" in page(client, "/respond/channels/content/?tab=gone")
    for odd in ("2020-13-45", "0001-01-01", "x"):
        page(client, f"/respond/channels/content/calendar/?from={odd}")
