"""Pages of the room, in both languages."""

import pytest

from answerable.kernel import clock as kernel_clock
from answerable.kernel.actor import MACHINE
from answerable.office.clocks import actions
from answerable.office.clocks.models import Version
from answerable.office.people.models import Account
from tests.answerable.office.clocks.makers import DAY, fresh, make_clock, make_letter_clock, shanghai
from tests.answerable.office.clocks.rules.test_notices import NOTICE_2026

YEAR = "/clocks/calendars/CN/2027/"


@pytest.fixture(params=["en", "zh-hans"])
def browser(request, client, office):
    """A browser in each language."""
    client.cookies["django_language"] = request.param

    def signed_in(name: str):
        client.force_login(Account.objects.get(username=name))
        return client

    return signed_in


def test_the_menu_leads_to_the_calendar_that_holds(browser) -> None:
    answer = browser("chen").get("/clocks/calendars/")
    assert answer.url == f"/clocks/calendars/CN/{kernel_clock.now().year}/"


def test_a_year_without_notice_says_that_it_is_provisional(browser) -> None:
    page = browser("chen").get(YEAR).text
    assert "2027 is provisional" in page or "2027年日历为暂定" in page
    assert 'name="notice"' not in page
    assert 'name="notice"' in browser("ada").get(YEAR).text


def test_a_day_is_changed_and_the_page_says_what_moved(browser) -> None:
    said = {"first": "2027-03-06", "last": "", "to": "make_up", "name": ""}
    ada = browser("ada")
    answer = ada.post(f"{YEAR}change/", said, follow=True)
    assert answer.status_code == 200
    assert "ck-make_up" in answer.text
    assert Version.objects.latest("number").change["kind"] == "days"


@pytest.mark.parametrize(
    ("path", "said", "kept"),
    [
        ("change/", {"first": "2027-03-06", "last": "2027-03-01", "to": "holiday", "name": "Storm"}, "Storm"),
        ("change/", {"first": "", "last": "", "to": "holiday", "name": "Storm"}, "Storm"),
        ("hours/", {"hours": "9 to 5"}, "9 to 5"),
        ("hours/", {"hours": "17:00-09:00"}, "17:00-09:00"),
        ("confirm/", {"notice": "", "link": "https://www.gov.example/kept"}, "https://www.gov.example/kept"),
        ("confirm/", {"notice": "No. 8", "text": "nothing here"}, "nothing here"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(browser, path, said, kept) -> None:
    answer = browser("ada").post(f"{YEAR}{path}", said)
    assert answer.status_code == 422
    assert kept in answer.text
    assert Version.objects.count() == 1


def test_the_days_of_a_pasted_notice_are_shown_before_anything_changes(browser) -> None:
    ada = browser("ada")
    said = {"notice": "No. 8", "link": "", "text": NOTICE_2026.replace("2026", "2027")}
    first = ada.post(f"{YEAR}confirm/", said)
    assert 'name="agreed"' in first.text
    assert Version.objects.count() == 1
    ada.post(f"{YEAR}confirm/", {**said, "agreed": "1"})
    assert "2027" in Version.objects.latest("number").confirmed
    assert "2027-10-10" in Version.objects.latest("number").make_up


def test_office_hours_are_set(browser) -> None:
    assert browser("ada").post(f"{YEAR}hours/", {"hours": "08:30-12:00, 14:00-18:00"}).status_code == 302
    assert Version.objects.latest("number").hours == [["08:30", "12:00"], ["14:00", "18:00"]]


def test_whoever_does_not_keep_the_calendar_changes_nothing(browser) -> None:
    said = {"first": "2027-03-06", "last": "", "to": "make_up", "name": ""}
    assert browser("chen").post(f"{YEAR}change/", said).status_code == 403
    assert browser("chen").post(f"{YEAR}confirm/", {"notice": "No. 8"}).status_code == 403
    assert Version.objects.count() == 1


def test_what_runs_out_next_and_one_clock_with_its_derivation(browser, office) -> None:
    clock = make_letter_clock(office, at=shanghai(2026, 9, 28, 10))
    actions.climb(by=MACHINE, at=shanghai(2026, 10, 10, 9))
    chen = browser("chen")
    assert clock.title in chen.get("/clocks/").text
    page = chen.get(f"/clocks/{clock.pk}/").text
    assert "make-up working day" in page or "调休上班" in page
    assert "Chen" in page
    assert "e-letter" in page


def test_a_clock_that_was_moved_paused_and_met_shows_all_of_it(browser, office) -> None:
    at = kernel_clock.now()
    clock = make_letter_clock(office, at=at)
    actions.pause(clock.pk, "asked_for_clarification", by=office.chen, at=at)
    actions.resume(clock.pk, by=office.chen, at=at + 3 * DAY)
    actions.extend(clock.pk, "15wd", "Laboratory", by=office.boris, at=at + 3 * DAY)
    actions.meet("letter:1", "substantive_reply", by=office.chen, at=at + 4 * DAY)
    page = browser("chen").get(f"/clocks/{clock.pk}/").text
    for word in ("Laboratory", "Boris", "Chen"):
        assert word in page


def test_what_a_version_moved_has_its_page(browser, office) -> None:
    clock = make_clock(office, at=shanghai(2027, 3, 1, 10))
    said = {"first": "2027-03-03", "last": "", "to": "holiday", "name": "Storm"}
    ada = browser("ada")
    ada.post(f"{YEAR}change/", said)
    assert fresh(clock).due != clock.due
    assert clock.title in ada.get("/clocks/calendars/CN/versions/2/").text


@pytest.mark.parametrize("path", ["/clocks/", "/clocks/calendars/CN/versions/1/"])
def test_an_empty_list_says_why(browser, path) -> None:
    assert "an-empty" in browser("chen").get(path).text


def test_what_is_not_there_is_said(browser) -> None:
    assert browser("chen").get("/clocks/99/").status_code == 404
    assert browser("chen").get("/clocks/calendars/XX/2026/").status_code == 404
