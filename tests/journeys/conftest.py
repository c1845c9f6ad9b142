"""What a journey needs: a browser, the served application, a worker, and an eye on every page that is seen."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect

from tests.journeys.seeing import PATIENCE_MS

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "zh-Hans")
expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder drives a browser."""
    for item in items:
        if Path(item.path).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Debian's Chromium, kept from calling out by itself. Without one journeys fail: they are never skipped."""
    chromium = Path(os.environ.get("ANSWERABLE_CHROMIUM", "/usr/bin/chromium"))
    if not chromium.exists():
        pytest.fail(
            f"Journeys need Chromium and {chromium} is not there. Install it (Debian: apt-get install chromium) "
            "or name one in ANSWERABLE_CHROMIUM.",
            pytrace=False,
        )
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
    quiet += ["--disable-background-networking", "--disable-component-update", "--no-default-browser-check"]
    return {"executable_path": str(chromium), "args": quiet, "headless": True}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each journey is made in both languages."""
    return str(request.param)


@pytest.fixture
def browser_context_args(request: pytest.FixtureRequest) -> dict[str, object]:
    """A desk's window, in the language of the journey where it has one."""
    has_language = "language" in request.fixturenames
    locale = request.getfixturevalue("language") if has_language else "en"
    return {"locale": locale, "viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}


@pytest.fixture(autouse=True)
def _a_cast_signs_in_from_one_machine(settings) -> None:
    """A whole cast changes places before one browser: more sign-ins a minute than one address is allowed."""
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login": "600/m/ip"}


class Watchful:
    """Notes what goes wrong in the pages of a journey: console errors, refused content, failed requests, calls out."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.wrong: list[str] = []
        self.home = home
        context.on("page", self._watch)

    def _watch(self, page: Page) -> None:
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        page.on("request", lambda request: self._asked(request.url))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            self.wrong.append(f"console: {message.text} {message.location.get('url', '')}")

    def _asked(self, url: str) -> None:
        if not url.startswith((self.home, "data:", "blob:", "about:")):
            self.wrong.append(f"left the house: {url}")

    def expect(self, words: str) -> None:
        """Take out what a journey meant to cause."""
        self.wrong = [line for line in self.wrong if words not in line]


@pytest.fixture
def watchful(context: BrowserContext, live_server) -> Iterator[Watchful]:
    """Fails the journey at its end if anything went wrong in its pages."""
    eye = Watchful(context, live_server.url)
    yield eye
    assert eye.wrong == []


@pytest.fixture
def visit(watchful: Watchful, page: Page, live_server) -> Page:
    """A page of a browser under watch; addresses begin at the served application."""
    page.set_default_timeout(PATIENCE_MS)
    page.goto(live_server.url + "/accounts/login/")
    return page


@pytest.fixture
def worker(live_server) -> Iterator[subprocess.Popen[bytes]]:
    """A real worker on the test's database, in a process of its own."""
    environment = {
        **os.environ,
        "ANSWERABLE_JOURNEY_DATABASE": str(connection.settings_dict["NAME"]),
        "DJANGO_SETTINGS_MODULE": "tests.journeys.worker_settings",
        # A handful of items need no compiled core, and compiling takes longer than the journey.
        "STORYSTREAM_PLAIN": "1",
    }
    process = subprocess.Popen([sys.executable, "-m", "tests.journeys.working"], cwd=ROOT, env=environment)
    yield process
    process.terminate()
    process.wait(timeout=30)
