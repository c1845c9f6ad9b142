"""Pages on which people enter and set: nothing typed is lost, refused rows are named, strangers are refused."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.kernel import clock
from answerable.office.people.queries import day_of
from answerable.response.channel_health.models import Check, Column, Entered, Finding, Site
from tests.answerable.response.channel_health.makers import make_channel

HERE = "http://127.0.0.1:9"


@pytest.fixture
def kim(client, cast):
    client.force_login(cast.accounts["kim"])
    return client


@pytest.fixture
def channel(cast):
    return make_channel(cast, name="Water online")


def path(channel, rest=""):
    return f"/respond/health/{channel.pk}/{rest}"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("rest", ["settings/", "columns/add/", "figures/"])
def test_forms_are_shown_in_both_languages(kim, channel, rest, language):
    page = kim.get(path(channel, rest), headers={"accept-language": language}).content.decode()
    assert ("取消" if language == "zh-hans" else "Cancel") in page


def test_a_keeper_sets_the_site_and_an_address_elsewhere_is_refused_with_what_was_typed(kim, channel):
    said = {"consultation": "http://other.example/m", "pages_a_day": "200", "paused": ""}
    page = kim.post(path(channel, "settings/"), said).content.decode()
    assert "not on the site" in page
    assert "other.example/m" in page
    kim.post(path(channel, "settings/"), {**said, "consultation": f"{HERE}/m"})
    assert Site.objects.get().pages_a_day == 200
    assert kim.get(path(channel, "settings/")).status_code == 200


def test_columns_are_added_and_taken_out(kim, channel):
    kim.post(path(channel, "columns/add/"), {"name": "News", "address": f"{HERE}/n/", "kind": "news"})
    again = kim.post(path(channel, "columns/add/"), {"name": "News", "address": f"{HERE}/n/", "kind": "news"})
    assert "already" in again.content.decode()
    column = Column.objects.get()
    assert "News" in kim.get(path(channel)).content.decode()
    kim.post(path(channel, f"columns/{column.pk}/drop/"))
    assert not Column.objects.exists()


def test_figures_are_entered_and_a_form_that_says_nothing_is_refused(kim, channel):
    assert "at least one" in kim.post(path(channel, "figures/"), {}).content.decode()
    kim.post(path(channel, "figures/"), {"posted_on": day_of(clock.now()).isoformat(), "can_reply": "yes"})
    assert Entered.objects.get().can_reply is True
    assert "Entered by hand" in kim.get(path(channel)).content.decode()


def test_a_sheet_is_shown_before_it_counts_and_every_refused_row_is_named(kim, channel):
    today = day_of(clock.now()).isoformat()
    sheet = f"channel,last post\nWater online,{today}\nSomebody's blog,{today}\nWater online,soon\n"
    file = SimpleUploadedFile("figures.csv", sheet.encode())
    page = kim.post("/respond/health/enter/", {"sheet": file}).content.decode()
    assert "1 rows can be taken, 2 are refused" in page
    assert "Somebody&#x27;s blog" in page
    assert not Check.objects.exists()
    kim.post("/respond/health/enter/", {"text": sheet, "take": "yes"})
    assert Check.objects.filter(metric="posted", standing="ok").count() == 1


def test_a_sheet_that_is_none_says_why(kim, channel):
    page = kim.post("/respond/health/enter/", {"text": "a,b\n1,2\n"}).content.decode()
    assert "cannot be read" in page
    assert "Water online,," in kim.get("/respond/health/enter/").content.decode()


def test_a_grave_fault_is_entered_and_put_right(kim, channel):
    bad = kim.post(path(channel, "grave/"), {"fault": "grave_wording", "subject": "typed", "reason": ""})
    assert (bad.status_code, "typed" in bad.content.decode()) == (422, True)
    kim.post(path(channel, "grave/"), {"fault": "grave_wording", "reason": "A wrong title."})
    page = kim.get(path(channel)).content.decode()
    assert "This alone fails the channel" in page
    assert "A wrong title." in page
    finding = Finding.objects.get()
    kim.post(f"/respond/health/findings/{finding.pk}/fix/", {"reason": "Corrected."})
    assert "Corrected." in kim.get(path(channel, "?tab=fixed")).content.decode()


def test_a_judgement_without_its_reason_says_so_on_the_channels_page(client, cast, channel):
    client.force_login(cast.accounts["dana"])
    now = clock.now()
    finding = Finding.objects.create(channel=channel, fault="date_ahead", key="a", found_at=now, seen_at=now)
    address = f"/respond/health/findings/{finding.pk}/dismiss/"
    assert "Say why it is dismissed." in client.post(address, {"reason": ""}, follow=True).content.decode()
    client.post(address, {"reason": "Announced for April."})
    assert Finding.objects.get().state == "dismissed"
    assert client.post(f"/respond/health/findings/{finding.pk}/nonsense/").status_code == 404
    assert client.post("/respond/health/findings/77/dismiss/").status_code == 404


@pytest.mark.parametrize("rest", ["settings/", "columns/add/", "figures/"])
def test_strangers_are_refused(client, cast, channel, rest):
    client.force_login(cast.accounts["chen"])
    assert client.get(path(channel, rest)).status_code == 403
    assert client.post("/respond/health/enter/").status_code == 403
