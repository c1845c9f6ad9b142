"""The journey of a year: its notice is entered, open clocks move and closed ones stay."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from answerable.kernel import clock
from answerable.office.clocks import actions
from answerable.office.clocks.models import Clock
from tests.answerable.office.clocks.makers import Office, fresh, make_clock, make_office
from tests.journeys.seeing import barriers, picture, sign_in

WORDS = {
    "en": {
        "provisional": "provisional: its official notice has not been entered",
        "notice": "Official notice",
        "text": "Text of the notice",
        "confirm": "Confirm the year",
        "agreed": "These days are right: confirm",
        "by": "Confirmed by",
        "counted": "How was this counted",
        "make_up": "make-up working day",
        "duty": "Put on duty",
    },
    "zh-Hans": {
        "provisional": "日历为暂定：尚未录入正式放假通知",
        "notice": "正式通知",
        "text": "通知正文",
        "confirm": "确认该年",
        "agreed": "日期无误，确认",
        "by": "依据",
        "counted": "时限如何计算",
        "make_up": "调休上班",
        "duty": "排班",
    },
}
NAME = "国务院办公厅关于下一年部分节假日安排的通知"


@pytest.fixture
def office(transactional_db: None) -> Office:
    """The body, its people and a plan in force."""
    return make_office()


def next_year() -> int:
    """The first year whose notice nobody has entered."""
    return max(2027, clock.now().year + 1)


def notice() -> str:
    """A notice that works through a week end in January and gives the Monday and Tuesday after it back."""
    saturday = datetime(next_year(), 1, 8, tzinfo=UTC)
    saturday += timedelta(days=(5 - saturday.weekday()) % 7)
    monday, tuesday = saturday + timedelta(days=2), saturday + timedelta(days=3)
    return (
        f"一、试行节：1月{monday.day}日（周一）至{tuesday.day}日（周二）放假调休，共2天。"
        f"1月{saturday.day}日（周六）上班。"
    )


def test_a_confirmed_year_moves_open_clocks_and_leaves_closed_ones(
    page: Page, live_server, office: Office, language: str, watchful
) -> None:
    words, year = WORDS[language], next_year()
    at = datetime(year, 1, 4, 2, tzinfo=UTC)
    running = make_clock(office, at=at, limit="8wd")
    closed = make_clock(office, at=at, limit="8wd", subject="letter:2")
    actions.close("letter:2", by=office.ada, at=at)
    page.goto(f"{live_server.url}/clocks/calendars/CN/{year}/")
    sign_in(page, "ada")

    expect(page.locator(".ck-banner")).to_contain_text(words["provisional"])
    expect(page.locator(".ck-month")).to_have_count(12)
    assert barriers(page) == []
    page.get_by_label(words["notice"], exact=True).fill(NAME)
    page.get_by_label(re.compile(words["text"])).fill(notice())
    page.get_by_role("button", name=words["confirm"]).click()
    expect(page.get_by_role("button", name=words["agreed"])).to_be_visible()
    picture(page, f"clocks-confirm-{language}")
    assert barriers(page) == []
    page.get_by_role("button", name=words["agreed"]).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ck-sure")).to_contain_text(NAME)
    picture(page, f"clocks-year-{language}")

    assert fresh(running).due != running.due
    assert (fresh(closed).due, fresh(closed).derivation) == (closed.due, closed.derivation)
    page.locator("table a[href*='/versions/']").first.click()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.locator("tbody a").first.click()
    expect(page.locator("main")).to_contain_text(words["counted"])
    expect(page.locator("main")).to_contain_text(words["make_up"])
    picture(page, f"clocks-one-{language}")
    assert barriers(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    picture(page, f"clocks-one-{language}-360")
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= 360")
    page.goto(f"{live_server.url}/clocks/calendars/CN/{year}/")
    assert page.evaluate("document.documentElement.scrollWidth <= 360")
    picture(page, f"clocks-year-{language}-360")
    assert Clock.objects.count() == 2


def test_the_rota_is_filled_and_a_note_is_handed_over(
    page: Page, live_server, office: Office, language: str, watchful
) -> None:
    words = WORDS[language]
    page.goto(f"{live_server.url}/rota/")
    sign_in(page, "ada")
    now = clock.now() + timedelta(hours=8)
    page.locator("select[name=people]").select_option(index=0)
    page.locator("input[name=begins]").fill(f"{now - timedelta(hours=1):%Y-%m-%dT%H:%M}")
    page.locator("input[name=ends]").fill(f"{now + timedelta(hours=7):%Y-%m-%dT%H:%M}")
    page.locator("input[name=times]").fill("6")
    page.get_by_role("button", name=words["duty"]).click()
    expect(page.locator(".an-message-success")).to_be_visible()
    page.locator("textarea[name=words]").fill("南湖片区停水，恢复后请回访。")
    page.locator("textarea[name=words] >> xpath=ancestor::form").locator("button").click()
    expect(page.locator("main")).to_contain_text("南湖片区停水，恢复后请回访。")
    picture(page, f"rota-{language}")
    assert barriers(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth <= 360")
    picture(page, f"rota-{language}-360")
