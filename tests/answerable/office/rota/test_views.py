"""The page of the rota, in both languages."""

from datetime import timedelta

import pytest
from django.utils import timezone

from answerable.kernel import clock
from answerable.office.people.models import Account
from answerable.office.rota.models import HandOver, Turn
from tests.answerable.office.clocks.makers import post_of


@pytest.fixture(params=["en", "zh-hans"])
def browser(request, client, office):
    """A browser in each language."""
    client.cookies["django_language"] = request.param

    def signed_in(name: str):
        client.force_login(Account.objects.get(username=name))
        return client

    return signed_in


def said(office, **changes) -> dict[str, object]:
    """Chen on duty from an hour ago for a day."""
    begins = timezone.localtime(clock.now() - timedelta(hours=1))
    return {
        "people": [f"{post_of('Chen').pk}:{office.chen.person}"],
        "begins": f"{begins:%Y-%m-%dT%H:%M}",
        "ends": f"{begins + timedelta(days=1):%Y-%m-%dT%H:%M}",
        "times": "1",
        **changes,
    }


def test_somebody_is_put_on_duty_hands_over_and_is_taken_out(browser, office) -> None:
    ada = browser("ada")
    assert "an-empty" in ada.get("/rota/").text
    page = ada.post("/rota/add/", said(office), follow=True).text
    assert "Chen" in page
    ada.post("/rota/notes/", {"words": "Main in Mill Lane is open"})
    assert "Main in Mill Lane is open" in ada.get("/rota/").text
    note = HandOver.objects.get()
    assert browser("chen").post(f"/rota/notes/{note.pk}/take/").status_code == 302
    assert browser("ada").post(f"/rota/{Turn.objects.get().pk}/drop/", {"reason": "ill"}).status_code == 302
    assert Turn.objects.get().dropped


@pytest.mark.parametrize(("path", "kept"), [("/rota/add/", "datetime-local"), ("/rota/notes/", "textarea")])
def test_what_is_missing_is_said_beside_the_field(browser, office, path, kept) -> None:
    answer = browser("ada").post(path, {})
    assert answer.status_code == 422
    assert kept in answer.text


def test_a_turn_that_overlaps_is_refused_and_what_was_typed_is_kept(browser, office) -> None:
    ada = browser("ada")
    ada.post("/rota/add/", said(office))
    answer = ada.post("/rota/add/", said(office))
    assert answer.status_code == 422
    assert said(office)["ends"] in answer.text


def test_whoever_is_not_on_duty_and_keeps_nothing_has_no_forms(browser, office) -> None:
    page = browser("chen").get("/rota/").text
    assert 'name="words"' not in page
    assert 'name="people"' not in page
    assert browser("chen").post("/rota/add/", said(office)).status_code == 403
    assert browser("chen").post("/rota/notes/", {"words": "Words"}).status_code == 403
