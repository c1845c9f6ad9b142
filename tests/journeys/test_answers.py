"""From a blank page to an answer that three people read, published, corrected and withdrawn, in both languages."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from answerable.office.people.rules import PostKind
from answerable.response.answers.models import Answer, Version
from tests.answerable.office.people.makers import make_member, make_unit
from tests.journeys.seeing import findings, picture, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass(frozen=True)
class Words:
    """What is typed on the way."""

    title: str
    question: str
    body: str
    better: str
    fact: str
    basis: str
    unknown: str
    more_at: str
    correction: str
    withdrawal: str


WORDS = {
    "en": Words(
        "When the water comes back in Mill Lane",
        "When do we have water again?",
        "In order to be quick: water is back at **six**.",
        "Water is back at **eight**. A tank lorry stands at the school until then.",
        "A main burst at 5:40",
        "Repair log of the supply section",
        "Why the main burst.",
        "Tomorrow at 15:00 on this page",
        "We wrote eight. The valves opened at nine.",
        "This page mixed up two streets. The right answer stands on the page of Mill Road.",
    ),
    "zh-Hans": Words(
        "东桥路什么时候来水",
        "东桥路什么时候来水？",
        "我局高度重视，今晚**六点**来水。",
        "今晚**八点**来水，此前送水车停在东桥小学。",
        "清晨5:40主管爆裂",
        "供水管理科抢修记录",
        "爆裂的原因。",
        "明天15:00在本页更新",
        "原写八点来水，实际为九点。",
        "本页混淆了两条路的情况，正确内容见槐荫路的回应。",
    ),
}


class Desk:
    """One browser in which the cast take turns."""

    def __init__(self, page: Page, home: str, language: str) -> None:
        self.page, self.home, self.language = page, home, language
        self.shots = 0

    def as_(self, name: str) -> None:
        """Let somebody else sit down."""
        self.page.context.clear_cookies()
        self.page.goto(self.home + "/accounts/login/")
        sign_in(self.page, name)

    def look(self, what: str) -> None:
        """Keep the picture of a page, and find no barrier on it."""
        self.shots += 1
        picture(self.page, f"answers-{self.language}-{self.shots:02}-{what}")
        assert findings(self.page) == []

    def go(self, path: str) -> None:
        """Open an address of the house."""
        self.page.goto(self.home + path)

    def press(self, selector: str) -> None:
        """Press a button of the page."""
        self.page.locator(f"main {selector}").first.click()

    def read_and_pass(self, name: str, *, looks: str = "") -> None:
        """Somebody opens what waits for them, ticks every box and passes it."""
        self.as_(name)
        self.go("/reviews/")
        self.page.locator("main section[aria-labelledby=waits] tbody a").first.click()
        self.page.wait_for_url("**/reviews/*/")
        for box in self.page.locator("main input[name=checks]").all():
            box.check()
        if looks:
            self.look(looks)
        self.press("button[name=pass]")
        expect(self.page.locator("main .an-message-success")).to_be_visible()

    def all_read(self) -> None:
        """The three readings."""
        for name in ("ada", "emil", "boris"):
            self.read_and_pass(name)

    def publish(self) -> None:
        """Emil publishes what passed."""
        self.as_("emil")
        self.go("/respond/answers/?tab=ready")
        self.page.locator("main tbody a").first.click()
        self.press("form[action$='/publish/'] button")
        expect(self.page.locator("main .an-message-success")).to_be_visible()


def write(desk: Desk, words: Words) -> int:
    """Chen writes a draft, with hints beside it."""
    page = desk.page
    desk.as_("chen")
    desk.go("/respond/answers/")
    desk.look("empty")
    desk.press("a[href='/respond/answers/add/']")
    page.locator("input[name=title]").fill(words.title)
    page.locator("select[name=language]").select_option("zh" if desk.language.startswith("zh") else "en")
    desk.press("form[data-an-keep='answer-add'] button.btn-primary")
    page.wait_for_url("**/edit/")
    page.locator("textarea[name=question]").fill(words.question)
    page.locator("textarea[name=body]").fill(words.body)
    page.locator("input[name=known_0_text]").fill(words.fact)
    page.locator("input[name=known_0_basis]").fill(words.basis)
    page.locator("textarea[name=unknown]").fill(words.unknown)
    page.locator("input[name=more_at]").fill(words.more_at)
    page.locator("select[name=spokesperson_post]").select_option(index=1)
    hinted = page.locator(
        "#beside li", has_text="高度重视" if desk.language.startswith("zh") else "In order to"
    )
    expect(hinted).to_be_visible()
    desk.look("hints")
    page.locator("#text button.btn-primary").click()
    page.wait_for_url(lambda url: not url.endswith("/edit/"))
    return Answer.objects.get().pk


def edit_in_between(desk: Desk, answer: int, words: Words) -> None:
    """Chen changes the text after two people passed it: both approvals are void, and it shows."""
    desk.as_("chen")
    desk.go(f"/respond/answers/{answer}/edit/")
    desk.page.locator("textarea[name=body]").fill(words.better)
    desk.page.locator("#text > div button.btn-primary").last.click()
    expect(desk.page.locator("main .an-message-warning")).to_be_visible()
    desk.look("voided")
    assert desk.page.locator("section[aria-labelledby=readings] .an-state-idle").count() == 2


def follow(desk: Desk, answer: int, change: str, reason: str) -> None:
    """Chen begins what follows on a published text."""
    desk.as_("chen")
    desk.go(f"/respond/answers/{answer}/")
    desk.page.locator("select[name=change]").select_option(change)
    desk.page.locator("textarea[name=reason]").fill(reason)
    desk.press("form[action$='/change/'] button")
    desk.page.wait_for_load_state()


def hand_in(desk: Desk, answer: int) -> None:
    """Chen hands the text in."""
    desk.go(f"/respond/answers/{answer}/")
    desk.press("form[action$='/hand-in/'] button")
    desk.page.wait_for_url("**/reviews/*/")


@pytest.mark.slow
def test_from_a_blank_page_to_a_withdrawn_answer(visit, live_server, watchful, language):
    words = WORDS[language]
    body = make_unit(name="云汀市水务局" if language.startswith("zh") else "Water Bureau")
    for name, kind, unit in (
        ("Ada", PostKind.OFFICE, make_unit(body, name="Office")),
        ("Boris", PostKind.LEAD, body),
        ("Chen", PostKind.LIAISON, make_unit(body, name="Supply")),
        ("Emil", PostKind.SPOKESPERSON, body),
    ):
        make_member(name, kind, unit)
    desk = Desk(visit, live_server.url, language)

    # A draft; two people read it; an edit in between makes both approvals void; then three read the new text.
    answer = write(desk, words)
    hand_in(desk, answer)
    desk.read_and_pass("ada", looks="first-reading")
    desk.read_and_pass("emil")
    edit_in_between(desk, answer, words)
    desk.as_("ada")
    desk.go("/reviews/")
    desk.look("mine")
    desk.page.locator("main section[aria-labelledby=waits] tbody a").first.click()
    expect(desk.page.locator("section[aria-labelledby=changed] del").first).to_be_visible()
    desk.look("what-changed")
    desk.all_read()
    desk.publish()
    desk.look("published")
    assert Version.objects.get(number=1).html.count("<strong>") == 1

    # A correction passes the same gate; the old text stays.
    follow(desk, answer, "correction", words.correction)
    desk.page.locator("textarea[name=body]").fill(words.better + " ✓")
    desk.page.locator("#text > div button.btn-primary").last.click()
    desk.page.wait_for_url(lambda url: not url.endswith("/edit/"))
    hand_in(desk, answer)
    desk.all_read()
    desk.publish()
    expect(desk.page.locator("section[aria-labelledby=history] li")).to_have_count(2)
    desk.look("corrected")

    # A withdrawal, too; then nothing more can follow.
    follow(desk, answer, "withdrawal", words.withdrawal)
    hand_in(desk, answer)
    desk.all_read()
    desk.publish()
    expect(desk.page.locator("main", has_text=words.withdrawal)).to_be_visible()
    expect(desk.page.locator("select[name=change]")).to_have_count(0)
    desk.look("withdrawn")
    assert Answer.objects.get().state == "withdrawn"
    desk.page.set_viewport_size({"width": 360, "height": 800})
    desk.look("small")
    desk.go("/respond/answers/?tab=all")
    desk.look("small-list")
