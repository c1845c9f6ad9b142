"""The shell in a browser: the menu, drafts, forms with errors, charts and choices."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from answerable.kernel import clock
from answerable.listening.sources.rules.states import State
from answerable.office.people.rules import PostKind
from tests.answerable.listening.sources.makers import make_source
from tests.answerable.listening.stories.makers import BRIDGE, WATER, make_story
from tests.answerable.office.people.makers import make_member, make_unit
from tests.journeys.seeing import sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town():
    now = clock.now()
    make_member("Ada", PostKind.OFFICE, make_unit(name="Press office"))
    make_source(name="Silent Gazette", state=State.SILENT, state_since=now - timedelta(hours=9))
    make_story(BRIDGE, at=now - timedelta(hours=30))
    return make_story(WATER, at=now - timedelta(hours=5))


@pytest.fixture
def as_ada(visit, town, watchful):
    sign_in(visit, "ada")
    return visit


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
    while not page.evaluate("Object.values(localStorage).some((kept) => kept.includes('burst main'))"):
        page.wait_for_timeout(100)
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


@pytest.mark.parametrize("width", [320, 800, 1280])
def test_the_tab_that_is_shown_is_in_sight_on_any_screen(as_ada, live_server, width):
    page = as_ada
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(live_server.url + "/respond/letters/?tab=all")
    expect(page.locator(".an-tabs [aria-current]")).to_be_in_viewport(ratio=0.99)
    assert page.evaluate("[scrollX, scrollY, document.documentElement.scrollWidth <= innerWidth]") == [
        0,
        0,
        True,
    ]
