"""The tutorial, walked: the demo as a stranger starts it, and a case from its signal to its closing."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from answerable.kernel import clock
from tests.journeys.conftest import ROOT, Watchful
from tests.journeys.seeing import PATIENCE_MS, barriers, picture, sign_in

PASSWORD = "yunting-demo-2026"
#: Where the tutorial's pictures lie; they are made anew when this variable is set.
SHOWN = ROOT / "docs" / "tutorial" / "pictures"
WRITE = "ANSWERABLE_WRITE_PICTURES"
READY_S = 300.0


@dataclass(frozen=True)
class Words:
    """What is typed on the way, and the signal it begins with."""

    signal: str
    title: str
    matter: str
    reasons: str
    claim: str
    finding: str
    basis: str
    body: str
    unknown: str
    more: str
    closing: str
    helped: str


WORDS = {
    "en": Words(
        "Burst main on Dongqiao Road",
        "Burst main on Dongqiao Road: when does the water come back?",
        "Twenty thousand homes are without water. People ask when it comes back and where to fetch some.",
        "A hospital and two schools lie in the quarter.",
        "The water was cut off without a warning.",
        "The main burst at dawn; there was no planned work that could have been announced.",
        "Night log of the control room",
        "Water is back in most streets by eight this evening. Tank lorries stand at both schools until then.",
        "What made the main burst is not known yet.",
        "We write again tomorrow at ten.",
        "The water is back and nobody asks any more.",
        "The lorries were there within two hours.",
    ),
    "zh-Hans": Words(
        "东桥片区主供水管爆裂",
        "东桥片区停水，何时来水、到哪里取水",
        "约两万户停水。居民最关心何时恢复供水、到哪里取水。",
        "片区内有一家医院和两所学校。",
        "停水没有提前通知。",
        "主管凌晨突然爆裂，不属于可以提前通知的计划停水。",
        "调度中心夜间值班记录",
        "预计今晚八时前大部分街道恢复供水。在此之前，两所学校门口有送水车。",
        "爆管原因正在调查，目前还不清楚。",
        "明天上午十时再次公布进展。",
        "供水已全部恢复，没有新的反映。",
        "送水车两小时内到位。",
    ),
}


def free_port() -> int:
    """Find a port that nobody holds."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo in a process of its own, started by its verb; gives its address."""
    folder = tmp_path_factory.mktemp("town")
    port = free_port()
    home = f"http://localhost:{port}"
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("ANSWERABLE_", "DJANGO_"))
    }
    command = [sys.executable, "-m", "answerable.project.cli", "demo", "--no-browser"]
    with (folder / "told.txt").open("w") as told:
        process = subprocess.Popen(
            [*command, "--port", str(port), "--data", str(folder / "data")],
            cwd=ROOT,
            env={**environment, "PYTHONUNBUFFERED": "1"},
            stdout=told,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_for(process, folder / "told.txt", home)
        yield home
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)


def _wait_for(process: "subprocess.Popen[bytes]", told: Path, home: str) -> None:
    until = clock.monotonic() + READY_S
    while home not in told.read_text() or "Ctrl-C" not in told.read_text():
        if process.poll() is not None or clock.monotonic() > until:
            pytest.fail(f"the demo did not come up: {told.read_text()[-2000:]}")
        clock.pause(0.5)


class Desk:
    """One browser in which the town's people take turns."""

    def __init__(self, page: Page, home: str, language: str) -> None:
        self.page, self.home, self.language = page, home, language
        self.shots = 0

    def as_(self, name: str) -> None:
        """Let somebody else sit down."""
        self.page.context.clear_cookies()
        self.page.goto(self.home + "/accounts/login/")
        sign_in(self.page, name, password=PASSWORD)

    def go(self, path: str) -> None:
        """Open an address of the house."""
        self.page.goto(self.home + path)

    def press(self, selector: str) -> None:
        """Press a button of the page."""
        self.page.locator(f"main {selector}").first.click()

    def show(self, what: str) -> None:
        """Keep the picture for the tutorial, and find no barrier on the page."""
        self.shots += 1
        tongue = self.language[:2]
        picture(self.page, f"first-case-{tongue}-{self.shots:02}-{what}")
        if os.environ.get(WRITE):
            SHOWN.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=str(SHOWN / f"{what}-{tongue}.jpg"), type="jpeg", quality=60)
        assert barriers(self.page) == []

    def read_and_pass(self, name: str, *, show: str = "") -> None:
        """Somebody opens what waits for them, ticks every box and passes it."""
        self.as_(name)
        self.go(self.waiting)
        for box in self.page.locator("main input[name=checks]").all():
            box.check()
        if show:
            self.show(show)
        self.press("button[name=pass]")
        expect(self.page.locator("main .an-message-success")).to_be_visible()

    waiting = ""


def mark(desk: Desk, reasons: str, **marks: int) -> None:
    """Give an opinion."""
    for factor in ("harm", "reach", "urgency", "vital", "misread", "missing"):
        desk.page.locator(f"input[name={factor}][value='{marks.get(factor, 0)}']").check()
    desk.page.locator("textarea[name=reasons]").first.fill(reasons)
    desk.press("form[action$='/opinion/'] button")


def open_case(desk: Desk, words: Words) -> str:
    """Ada looks at the morning, reads the signal and opens a case. Gives the address of its room."""
    page = desk.page
    desk.as_("ada")
    desk.show("home")
    desk.go("/listen/signals/")
    page.locator("main a", has_text=words.signal).first.click()
    page.wait_for_url("**/listen/signals/*/")
    desk.show("signal")
    desk.press("a[href*='/respond/cases/open/?signal=']")
    page.locator("input[name=title]").fill(words.title)
    page.locator("textarea[name=matter]").fill(words.matter)
    supply = page.locator("select[name=unit] option", has_text=re.compile("供水管理科|Water supply")).first
    page.locator("select[name=unit]").select_option(supply.get_attribute("value"))
    desk.show("open")
    desk.press("form button.btn-primary")
    page.wait_for_url(re.compile(r"/respond/cases/\d+/$"))
    room = re.search(r"/respond/cases/\d+/", page.url)
    assert room
    desk.press("form[action$='/move/register/'] button")
    return room[0]


def assess(desk: Desk, room: str, words: Words) -> None:
    """Two people assess, each alone, and come to the same level; the head names the lead."""
    desk.go(f"{room}assess/")
    mark(desk, words.reasons, harm=3, reach=2, vital=3)
    desk.as_("chen")
    desk.go(f"{room}assess/")
    mark(desk, words.reasons, harm=3, reach=2, vital=3)
    desk.show("assess")
    desk.as_("boris")
    desk.go(f"{room}assign/")
    desk.press("form button.btn-primary")


def answer(desk: Desk, room: str, words: Words) -> None:
    """Chen writes down a fact and drafts the answer beside it; three people read it; Emil publishes it."""
    page = desk.page
    desk.as_("chen")
    desk.go(f"{room}facts/add/")
    page.locator("textarea[name=claim]").fill(words.claim)
    page.locator("input[name=finding][value=not_so]").check()
    page.locator("textarea[name=words]").fill(words.finding)
    page.locator("input[name=piece_1]").fill(words.basis)
    desk.press("form button.btn-primary")
    desk.go(room)
    desk.show("room")
    desk.press("a[href*='/respond/answers/add/?case=']")
    page.locator("input[name=title]").fill(words.title)
    page.locator("select[name=language]").select_option(desk.language[:2])
    desk.press("form[data-an-keep='answer-add'] button.btn-primary")
    page.wait_for_url("**/edit/")
    page.locator("textarea[name=question]").fill(words.title)
    page.locator("textarea[name=body]").fill(words.body)
    page.locator("input[name=known_0_text]").fill(words.finding)
    page.locator("input[name=known_0_basis]").fill(words.basis)
    page.locator("textarea[name=unknown]").fill(words.unknown)
    page.locator("input[name=more_at]").fill(words.more)
    page.locator("select[name=spokesperson_post]").select_option(index=1)
    desk.show("draft")
    page.locator("#text button.btn-primary").click()
    page.wait_for_url(lambda url: not url.endswith("/edit/"))
    written = page.url.removeprefix(desk.home)
    desk.press("form[action$='/hand-in/'] button")
    page.wait_for_url("**/reviews/*/")
    desk.waiting = page.url.removeprefix(desk.home)
    desk.read_and_pass("ada", show="review")
    desk.read_and_pass("emil")
    desk.read_and_pass("boris")
    desk.as_("emil")
    desk.go(written)
    desk.press("form[action$='/publish/'] button")
    expect(page.locator("main .an-message-success")).to_be_visible()


def read_outside(desk: Desk, words: Words) -> None:
    """Anybody reads the answer, without an account, in the language it was written in."""
    page = desk.page
    page.context.clear_cookies()
    desk.go(f"/answers/{desk.language[:2]}/")
    page.locator("a", has_text=words.title).first.click()
    expect(page.locator("body")).to_contain_text(words.unknown)
    expect(page.locator("body")).to_contain_text("Emil")
    desk.show("published")


def close(desk: Desk, room: str, words: Words) -> None:
    """Boris closes the case, and what was learnt is asked for."""
    page = desk.page
    desk.as_("boris")
    desk.go(room)
    expect(page.locator("section[aria-labelledby=times]")).to_contain_text("Emil")
    desk.go(f"{room}close/")
    for field in page.locator("main form textarea").all():
        field.fill(words.closing)
    desk.press("form button.btn-primary")
    desk.go(room)
    desk.show("closed")
    desk.press("section[aria-labelledby=ended] a[href*='/respond/cases/reviews/']")
    page.locator("textarea[name=helped]").fill(words.helped)
    desk.show("learnt")


@pytest.mark.slow
def test_a_strangers_first_case(town, page, context, language):
    watchful = Watchful(context, town)
    page.set_default_timeout(PATIENCE_MS)
    desk, words = Desk(page, town, language), WORDS[language]
    room = open_case(desk, words)
    assess(desk, room, words)
    answer(desk, room, words)
    read_outside(desk, words)
    close(desk, room, words)
    assert watchful.wrong == []
