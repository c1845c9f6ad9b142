"""What journeys do again and again: sign in, wait for a page to show something, look at it and keep its picture."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Page

from answerable.kernel import clock

PICTURES = Path(__file__).resolve().parents[2] / "build" / "screenshots"
#: Milliseconds that a page may take to show what it should: two browsers share the machine with two servers.
PATIENCE_MS = 30_000
#: Long enough for a poll, a grouping and a count on a machine that does other things too.
PATIENCE_S = 60.0
GRAVE = ("serious", "critical")


def picture(page: Page, name: str) -> None:
    """Keep what is seen, for people to look at."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(PICTURES / f"{name}.png"), full_page=True)


def sideways(page: Page) -> int:
    """Give how far a page can be pushed sideways, in pixels."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def findings(page: Page) -> list[str]:
    """Give what the accessibility rules find on a page, each with its place."""
    found = Axe().run(page)["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']} {node['html'][:120]}"
        for rule in found
        for node in rule["nodes"]
    ]


def barriers(page: Page, *, only: str = "") -> list[str]:
    """Give the serious and critical barriers on a page, all or those of one rule, each with its place."""
    options = {"runOnly": {"type": "rule", "values": [only]}} if only else None
    found = Axe().run(page, options=options)["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']} {node['html'][:120]}"
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


def sign_in(page: Page, name: str, *, password: str = "correct horse battery") -> None:
    """Sign in; the cast of the tests share one password."""
    page.locator("input[name=login]").fill(name)
    page.locator("input[name=password]").fill(password)
    page.locator("form[action*=login] button.btn-primary").click()
    page.wait_for_url(lambda url: "/login" not in url)


def reload_until(page: Page, shown: Callable[[], bool], what: str) -> None:
    """Load the page anew until it shows something that the worker brings."""
    until = clock.monotonic() + PATIENCE_S
    while not shown():
        if clock.monotonic() > until:
            picture(page, "in-vain")
            seen = page.locator("main").inner_text()[:1_000]
            pytest.fail(f"after {PATIENCE_S:.0f} s there was no sign of {what}; the page says: {seen}")
        page.wait_for_timeout(400)
        page.reload()
