"""The steps of a release on their pages: forms, refusals that keep what was typed, and what is not there."""

import pytest

from answerable.response.foresight.models import Asked, Gap, Release, Voice
from tests.answerable.response.foresight.makers import (
    DAY,
    NOON,
    agreed,
    give_views,
    handed_in,
    make_release,
    over,
    read_all,
    row_of,
    write_all,
)
from tests.answerable.response.letters.makers import make_letter

LIST = "/respond/foresight/"


@pytest.fixture
def release(cast) -> int:
    """A release of Chen's."""
    return make_release(cast)


def test_a_release_is_entered_on_its_page(cast, as_) -> None:
    said = {
        "title": "Price",
        "kind": "price",
        "summary": "It rises.",
        "language": "en",
        "planned_at": "2026-05-01T09:00",
        "unit": cast.supply.pk,
    }
    client = as_("chen")
    assert client.get(f"{LIST}enter/").status_code == 200
    late = client.post(f"{LIST}enter/", {**said, "planned_at": "2026-01-01T09:00"})
    assert "It rises." in late.content.decode()
    assert client.post(f"{LIST}enter/", said).url == f"{LIST}{Release.objects.get().pk}/"
    assert as_("emil").get(f"{LIST}enter/").status_code == 403


def test_lines_are_added_changed_and_taken_out(cast, as_, release: int) -> None:
    client, base = as_("chen"), f"{LIST}{release}/lines/"
    post = min(cast.ada.posts)
    lines = {
        "audience": {"name": "Tenants", "change": "More."},
        "risk": {"text": "Misread", "likelihood": 2, "effect": 2, "measure": "A table."},
        "gap": {"text": "How many", "post": post, "until": "2026-03-09"},
        "question": {"question": "Why?", "text": "So."},
        "holding": {"question": "Before", "text": "Soon."},
    }
    for kind, said in lines.items():
        assert client.get(f"{base}{kind}/").status_code == 200
        assert client.post(f"{base}{kind}/", {**said, next(iter(said)): ""}).status_code == 200
        assert client.post(f"{base}{kind}/", said).status_code == 302
    row = row_of(release)
    for kind, made in (
        ("audience", row.audiences.get()),
        ("risk", row.risks.get()),
        ("gap", row.gaps.get()),
        ("question", row.prepared.get(kind="question")),
        ("holding", row.prepared.get(kind="holding")),
    ):
        page = client.get(f"{base}{kind}/{made.pk}/").content.decode()
        assert str(next(iter(lines[kind].values()))) in page
        assert client.post(f"{base}{kind}/{made.pk}/strike/").status_code == 302
        assert client.get(f"{base}{kind}/{made.pk}/").status_code == 404
    assert client.get(f"{base}rumour/").status_code == 404
    assert client.post(f"{base}rumour/1/strike/").status_code == 404


def test_a_change_of_what_is_agreed_is_warned_of(cast, as_) -> None:
    release = agreed(cast)
    for step in ("lines/audience/", "describe/", "arrange/"):
        assert "A change opens it again" in as_("chen").get(f"{LIST}{release}/{step}").content.decode()


def test_the_words_and_the_way_out_are_changed(cast, as_, release: int) -> None:
    client, base = as_("chen"), f"{LIST}{release}/"
    assert client.get(f"{base}describe/").status_code == 200
    assert client.post(f"{base}describe/", {"title": "Tariff", "summary": "It rises."}).status_code == 302
    said = {"spokesperson_post": min(cast.emil.posts), "terms": "tariff\nwater price", "watch_days": 9}
    assert client.get(f"{base}arrange/").status_code == 200
    assert client.post(f"{base}arrange/", {**said, "watch_days": 0}).status_code == 200
    assert client.post(f"{base}arrange/", said).status_code == 302
    row = row_of(release)
    assert (row.title, row.terms, row.watch_days) == ("Tariff", ["tariff", "water price"], 9)


def test_the_public_is_asked_and_answered(cast, as_, release: int) -> None:
    client, base = as_("chen"), f"{LIST}{release}/consult/"
    said = {"way": "comment", "notice_on": "2026-03-02", "ends_on": "2026-03-12"}
    assert client.get(base).status_code == 200
    assert "shorter" in client.post(base, said).content.decode()
    assert client.post(base, {**said, "why_short": "Urgent."}).status_code == 302
    asked = row_of(release).consultations.get().pk
    opinions = f"{LIST}consultations/{asked}/opinions/"
    assert client.get(opinions).status_code == 200
    assert client.post(opinions, {"summary": "Less", "times": 4, "verdict": ""}).status_code == 302
    voice = Voice.objects.get().pk
    assert "Less" in client.get(f"{opinions}{voice}/").content.decode()
    no = {"summary": "Less", "times": 4, "verdict": "not", "why": ""}
    assert client.post(f"{opinions}{voice}/", no).status_code == 200
    assert client.post(f"{opinions}{voice}/", {**no, "why": "The costs."}).status_code == 302
    assert "The costs." in client.get(f"{LIST}{release}/").content.decode()
    assert client.get(f"{LIST}consultations/999/opinions/").status_code == 404
    assert as_("fang").get(opinions).status_code == 404


def test_a_gap_is_closed(cast, as_, release: int) -> None:
    write_all(cast, release)
    gap = Gap.objects.get().pk
    assert as_("ada").get(f"{LIST}gaps/{gap}/").status_code == 200
    assert as_("ada").post(f"{LIST}gaps/{gap}/", {"words": "Four."}).status_code == 302
    assert Gap.objects.get().finding == "Four."
    assert as_("ada").get(f"{LIST}gaps/{gap + 1}/").status_code == 404


def test_it_is_handed_in_and_taken_back(cast, as_, release: int) -> None:
    write_all(cast, release)
    give_views(cast, release)
    client = as_("chen")
    assert client.post(f"{LIST}{release}/move/hand_in/").status_code == 302
    assert client.post(f"{LIST}{release}/move/take_back/").status_code == 302
    assert client.post(f"{LIST}{release}/move/publish/").status_code == 404


def test_what_is_held_back_says_so_and_keeps_what_was_typed(cast, as_) -> None:
    release = handed_in(cast)
    part = row_of(release).parts.get().pk
    said = {"parts": [part], "link": "https://bureau.example/price"}
    page = as_("ada").post(f"{LIST}{release}/release/", said).content.decode()
    assert "cannot be released yet" in page
    assert "https://bureau.example/price" in page
    read_all(cast, release)
    assert as_("ada").post(f"{LIST}{release}/release/", said).status_code == 302
    assert row_of(release).state == "released"


def test_the_head_alone_sees_and_uses_the_emergency(cast, as_, release: int) -> None:
    write_all(cast, release)
    address = f"{LIST}{release}/urgent/"
    assert address in as_("boris").get(f"{LIST}{release}/").content.decode()
    assert address not in as_("ada").get(f"{LIST}{release}/").content.decode()
    said = {"parts": [row_of(release).parts.get().pk], "reason": "The main has burst."}
    assert as_("ada").post(address, said).status_code == 403
    assert as_("boris").post(address, said).status_code == 302
    assert "The main has burst." in as_("ada").get(f"{LIST}{release}/").content.decode()


def test_it_is_postponed_and_withdrawn(cast, as_, release: int) -> None:
    client = as_("ada")
    later = {"planned_at": "2026-04-01T09:00", "reason": "The council."}
    assert client.get(f"{LIST}{release}/postpone/").status_code == 200
    assert client.post(f"{LIST}{release}/postpone/", later).status_code == 302
    assert client.post(f"{LIST}{release}/withdraw/", {"words": "Not now."}).status_code == 302
    assert "Not now." in client.get(f"{LIST}{release}/").content.decode()
    assert client.get(f"{LIST}{release}/dance/").status_code == 404


def test_what_was_asked_is_looked_at_and_the_file_is_closed(cast, as_) -> None:
    make_letter(title="Shared meters?", text="The water price of shared meters", at=NOON - 7 * DAY)
    release = over(cast, at=NOON - 8 * DAY)
    client = as_("ada")
    asked = Asked.objects.get().pk
    page = client.get(f"{LIST}{release}/asked/?verdict=waiting").content.decode()
    assert f"{LIST}asked/{asked}/" in page
    assert client.get(f"{LIST}asked/{asked}/").status_code == 200
    assert client.post(f"{LIST}asked/{asked}/", {"verdict": "unforeseen", "lesson": ""}).status_code == 200
    said = {"verdict": "unforeseen", "lesson": "Who pays for shared meters?"}
    assert client.post(f"{LIST}asked/{asked}/", said).status_code == 302
    assert client.get(f"{LIST}{release}/asked/?verdict=rumour&page=x").status_code == 200
    assert client.get(f"{LIST}asked/{asked + 1}/").status_code == 404
    assert client.post(f"{LIST}{release}/finish/", {"words": "Say what stays."}).status_code == 302
    assert row_of(release).state == "finished"
    assert "Who pays for shared meters?" in client.get(f"{LIST}{release}/").content.decode()
