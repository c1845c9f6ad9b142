"""The shell in a browser: languages, colours, keyboard, small screens, drafts, and no barrier on any page."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from answerable.kernel import clock
from answerable.listening.sources.rules.states import State
from answerable.office.people.rules import PostKind
from tests.answerable.listening.sources.makers import make_source
from tests.answerable.listening.stories.makers import BRIDGE, WATER, make_story
from tests.answerable.office.people.makers import make_member, make_unit
from tests.journeys.seeing import findings, picture, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = {
    "home": "/",
    "board": "/listen/stories/",
    "board-new": "/listen/stories/?tab=new",
    "merge": "/listen/stories/merge/",
    "search": "/listen/search/?q=water",
    "signals": "/listen/signals/",
    "switch": "/listen/signals/switch/",
    "watches": "/listen/watches/",
    "watch-add": "/listen/watches/add/",
    "sources": "/listen/sources/",
    "source-add": "/listen/sources/add/",
    "source-add-page": "/listen/sources/add/page/",
    "publications": "/listen/publications/",
    "units": "/people/",
    "persons": "/people/persons/",
    "notices": "/notices/",
    "notices-settings": "/notices/settings/",
    "me": "/people/me/",
    "two-factor": "/accounts/2fa/",
    "not-there": "/listen/stories/999999/",
}


@pytest.fixture
def town():
    now = clock.now()
    make_member("Ada", PostKind.OFFICE, make_unit(name="Press office"))
    make_source(name="Silent Gazette", state=State.SILENT, state_since=now - timedelta(hours=9))
    make_story(BRIDGE, at=now - timedelta(hours=30))
    return make_story(WATER, at=now - timedelta(hours=5))


@pytest.fixture
def as_ada(visit, town):
    sign_in(visit, "ada")
    return visit


def walk(page, home, story):
    yield from PAGES.items()
    yield "story", f"/listen/stories/{story.pk}/"
    yield "item", f"/listen/items/{story.placements.first().pk}/"
    page.goto(home + "/listen/sources/")
    yield "source", page.locator("tbody tr").first.get_attribute("data-an-open")


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_no_page_has_a_barrier_or_breaks_the_wall(as_ada, live_server, watchful, town, language, colours):
    page = as_ada
    page.emulate_media(color_scheme=colours)
    for name, address in list(walk(page, live_server.url, town)):
        page.goto(live_server.url + address)
        picture(page, f"page-{name}-{language}-{colours}")
        assert (name, findings(page)) == (name, [])
    watchful.expect("404 (Not Found)")


def test_no_page_is_wider_than_a_telephone(as_ada, live_server, watchful, town, language):
    page = as_ada
    page.set_viewport_size({"width": 360, "height": 740})
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for name, address in list(walk(page, live_server.url, town)):
        page.goto(live_server.url + address)
        picture(page, f"phone-{name}-{language}")
        assert (name, page.evaluate(wide)) == (name, 0)
    watchful.expect("404 (Not Found)")


def test_the_language_is_changed_in_place_and_kept(as_ada, live_server):
    page = as_ada
    page.goto(live_server.url + "/listen/stories/?tab=spread")
    page.get_by_role("button", name="中文").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("话题")
    assert page.url.endswith("/listen/stories/?tab=spread")
    assert page.locator("html").get_attribute("lang") == "zh-hans"
    page.goto(live_server.url + "/listen/sources/")
    expect(page.get_by_role("heading", level=1)).to_have_text("来源")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sources")


def test_colours_follow_the_device_until_a_person_chooses(as_ada, live_server):
    page = as_ada
    page.emulate_media(color_scheme="dark")
    page.goto(live_server.url + "/")
    html, button = page.locator("html"), page.locator("button[data-an-theme]")
    assert html.get_attribute("data-bs-theme") == "dark"
    button.click()
    assert html.get_attribute("data-bs-theme") == "light"
    page.reload()
    assert html.get_attribute("data-bs-theme") == "light"
    expect(button).to_have_accessible_name("Colours: light")


def test_everything_is_reached_by_the_keyboard(as_ada, live_server, town):
    page = as_ada
    page.goto(live_server.url + "/listen/stories/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "an-skip"
    page.keyboard.press("?")
    expect(page.locator("dialog#an-keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog#an-keys")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.type("Mill Lane")
    page.keyboard.press("Enter")
    page.wait_for_url("**/listen/search/?q=Mill*")
    page.goto(live_server.url + "/listen/stories/?tab=all")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/listen/stories/*/")


def test_the_menu_opens_by_key_and_signs_out(as_ada, live_server):
    page = as_ada
    page.locator(".an-me summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".an-me .dropdown-menu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".an-me .dropdown-menu")).to_be_hidden()
    page.locator(".an-me summary").click()
    page.locator(".an-me form button").click()
    page.goto(live_server.url + "/")
    page.wait_for_url("**/accounts/login/?next=/")


def test_what_was_typed_survives_signing_out_and_is_forgotten_when_taken(as_ada, live_server):
    page = as_ada
    page.goto(live_server.url + "/listen/watches/add/")
    page.locator("input[name=words]").fill("burst main")
    page.wait_for_timeout(1_000)
    page.context.clear_cookies()
    page.goto(live_server.url + "/listen/watches/add/")
    sign_in(page, "ada")
    page.goto(live_server.url + "/listen/watches/add/")
    expect(page.locator("input[name=words]")).to_have_value("burst main")
    page.locator("main form button.btn-primary").click()
    page.wait_for_url("**/listen/watches/")
    page.goto(live_server.url + "/listen/watches/add/")
    expect(page.locator("input[name=words]")).to_have_value("")


def test_a_form_with_an_error_leads_to_its_field(as_ada, live_server):
    page = as_ada
    page.goto(live_server.url + "/listen/watches/add/")
    page.locator("input[name=words]").fill("!!!")
    page.locator("main form button.btn-primary").click()
    summary = page.locator(".an-summary")
    expect(summary).to_be_visible()
    summary.locator("a").first.click()
    assert page.evaluate("document.activeElement.name") == "words"
    expect(page.locator("input[name=words]")).to_have_value("!!!")


def test_a_chart_stands_beside_its_sentence_and_its_table(as_ada, live_server, town):
    page = as_ada
    page.goto(f"{live_server.url}/listen/stories/{town.pk}/")
    expect(page.locator(".an-chart svg")).to_be_visible()
    page.locator("figure details summary").click()
    expect(page.locator("figure table tbody tr").first).to_be_visible()


def test_a_range_of_rows_is_chosen_with_shift(as_ada, live_server, town):
    page = as_ada
    page.goto(f"{live_server.url}/listen/stories/{town.pk}/")
    boxes = page.locator("input[name=item]")
    boxes.first.click()
    boxes.last.click(modifiers=["Shift"])
    assert all(box.is_checked() for box in boxes.all())
