"""Every page in both languages, at a desk and on a telephone, light and dark: it opens, it fits, it has no barrier."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.house import AGAIN, DOOR, GUARDED, House, furnish
from tests.journeys.seeing import barriers, picture, sideways, sign_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

DESK = {"width": 1280, "height": 900}
TELEPHONE = {"width": 360, "height": 740}
WIDTHS = {"desk": DESK, "phone": TELEPHONE}


@pytest.fixture
def house() -> House:
    return furnish()


@pytest.fixture
def look(visit: Page, live_server, language: str) -> Callable[[dict[str, str], str], list[str]]:
    """Gives what is wrong with pages, all of it at once: one line for each fault."""

    def looked(pages: dict[str, str], width: str) -> list[str]:
        visit.set_viewport_size(WIDTHS[width])
        return [
            f"{name}: {fault}"
            for name, address in pages.items()
            for fault in faults(visit, live_server.url + address, f"{width}-{name}-{language}")
        ]

    return looked


def faults(page: Page, address: str, name: str) -> list[str]:
    """Open a page in light and look at everything; then in dark, where only colours differ."""
    page.emulate_media(color_scheme="light")
    answer = page.goto(address)
    found = [] if answer and answer.status == 200 else [f"answered {answer and answer.status}"]
    if page.url.split("?")[0] != address.split("?")[0]:
        found.append(f"led to {page.url}")
    found += [f"light: {line}" for line in barriers(page)]
    picture(page, f"{name}-light")
    pushed = sideways(page)
    if pushed:
        found.append(f"is {pushed} px wider than the window")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    found += [f"dark: {line}" for line in barriers(page, only="color-contrast")]
    picture(page, f"{name}-dark")
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_an_editor_opens_fits_and_has_no_barrier(visit, look, house, watchful, width):
    sign_in(visit, "ada")
    found = look(house.pages, width)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_door_and_the_pages_of_an_administrator_open_fit_and_have_no_barrier(
    visit, look, house, watchful, width
):
    at_the_door = look(DOOR, width)
    visit.goto(visit.url.split("/accounts/")[0] + "/accounts/login/")
    sign_in(visit, "root")
    found = at_the_door + look(house.kept, width)
    assert not found, "\n".join(found)


def test_pages_that_ask_for_the_password_again_open_fit_and_have_no_barrier(visit, look, house, watchful):
    sign_in(visit, "ada")
    found = look(AGAIN, "desk")
    visit.locator("input[name=password]").fill("correct horse battery")
    visit.locator("input[name=password]").press("Enter")
    visit.wait_for_url(lambda url: "/reauthenticate/" not in url)
    found += look(GUARDED, "desk") + look(GUARDED, "phone")
    assert not found, "\n".join(found)


def test_a_page_that_is_not_there_says_so_without_barriers(visit, live_server, house, watchful, language):
    sign_in(visit, "ada")
    answer = visit.goto(live_server.url + "/listen/stories/999999/")
    assert (answer.status, barriers(visit)) == (404, [])
    picture(visit, f"desk-not-there-{language}-light")
    watchful.expect("404 (Not Found)")
