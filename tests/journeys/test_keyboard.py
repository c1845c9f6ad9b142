"""The keyboard alone, and what the house remembers of a person: their language and their colours."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.house import House, furnish
from tests.journeys.seeing import barriers, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

FOCUS = "document.activeElement.{}"
HEADINGS = {"en": ("Stories", "Sources"), "zh-Hans": ("话题", "来源")}
OTHER = {"en": ("中文", "zh-Hans"), "zh-Hans": ("English", "en")}


@pytest.fixture
def house() -> House:
    return furnish()


@pytest.fixture
def as_ada(visit: Page, house: House) -> Page:
    sign_in(visit, "ada")
    return visit


def test_signing_in_needs_no_mouse(visit, live_server, house, watchful, language):
    page = visit
    page.locator("input[name=login]").focus()
    page.keyboard.type("ada")
    for _step in range(6):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUS.format("name")) == "password":
            break
    page.keyboard.type("correct horse battery")
    page.keyboard.press("Enter")
    page.wait_for_url(live_server.url + "/")


def test_the_first_stop_leads_past_the_rail_to_the_content(as_ada, live_server, watchful, language):
    page = as_ada
    page.goto(live_server.url + "/listen/stories/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS.format("className")) == "an-skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_slash_leads_to_search_and_enter_searches(as_ada, live_server, watchful, language):
    page = as_ada
    page.goto(live_server.url + "/listen/stories/")
    page.keyboard.press("/")
    page.keyboard.type("Mill Lane")
    page.keyboard.press("Enter")
    page.wait_for_url("**/listen/search/?q=Mill*")
    expect(page.locator("main")).to_contain_text("Mill Lane")


def test_a_question_mark_lists_the_keys_and_escape_puts_them_away(as_ada, live_server, watchful, language):
    page = as_ada
    page.goto(live_server.url + "/listen/stories/")
    keys = page.locator("dialog#an-keys")
    page.keyboard.press("?")
    expect(keys).to_be_visible()
    assert barriers(page) == []
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()


def test_j_and_k_go_through_the_stories_and_enter_opens_one(as_ada, live_server, watchful, language):
    page = as_ada
    page.goto(live_server.url + "/listen/stories/?tab=all")
    at = FOCUS.format("dataset.anOpen")
    addresses = page.locator("[data-an-open]").evaluate_all("rows => rows.map(row => row.dataset.anOpen)")
    assert len(addresses) == 3
    page.keyboard.press("j")
    assert page.evaluate(at) == addresses[0]
    page.keyboard.press("j")
    assert page.evaluate(at) == addresses[1]
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate(at) == addresses[1]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{addresses[1]}")


def test_keys_typed_into_a_field_are_only_letters(as_ada, live_server, watchful, language):
    page = as_ada
    page.goto(live_server.url + "/listen/watches/add/")
    page.locator("input[name=words]").focus()
    page.keyboard.type("j/k?")
    expect(page.locator("input[name=words]")).to_have_value("j/k?")
    expect(page.locator("dialog#an-keys")).to_be_hidden()


def test_the_language_is_changed_in_place_and_kept(as_ada, live_server, watchful, language):
    page, (name, tag) = as_ada, OTHER[language]
    page.goto(live_server.url + "/listen/stories/?tab=spread")
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADINGS[language][0])
    page.get_by_role("button", name=name).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADINGS[tag][0])
    assert page.url.endswith("/listen/stories/?tab=spread")
    assert page.locator("html").get_attribute("lang") == tag.lower()
    page.goto(live_server.url + "/listen/sources/")
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADINGS[tag][1])


def test_colours_follow_the_device_until_a_person_chooses(as_ada, live_server, watchful, language):
    page = as_ada
    page.emulate_media(color_scheme="dark")
    page.goto(live_server.url + "/")
    html, button = page.locator("html"), page.locator("button[data-an-theme]")
    assert html.get_attribute("data-bs-theme") == "dark"
    follows = button.get_attribute("title")
    button.press("Enter")
    assert html.get_attribute("data-bs-theme") == "light"
    page.reload()
    assert html.get_attribute("data-bs-theme") == "light"
    assert button.get_attribute("title") not in ("", follows)
