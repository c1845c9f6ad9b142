"""A quarter's paper: made from what the system knows, written in, gathered anew, read, signed, sent and frozen."""

import hashlib
import io
from dataclasses import dataclass
from datetime import timedelta

import docx
import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from answerable.kernel import clock
from answerable.office.people.queries import actor_for
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.reports.layouts.rendering import DOCX
from answerable.reports.models import Paper
from answerable.response.cases import actions as cases
from answerable.response.cases.actions import Opening
from tests.answerable.governance.plan.makers import make_house, make_plan_in_force
from tests.battery.papers import word_file
from tests.journeys.seeing import findings, picture, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Words:
    """What is typed on the way, and what is looked for."""

    own: str
    addressee: str
    signer: str
    how: str
    case: str
    renewed: str
    frozen: str
    receipt: str


WORDS = {
    "en": Words(
        "The quarter was quiet until the last week.",
        "City Council",
        "Boris",
        "By courier",
        "No water in Mill Lane",
        "says something else now",
        "Sent. Its files are frozen.",
        "CC-2026-118",
    ),
    "zh-Hans": Words(
        "本季度总体平稳，最后一周有一起停水关切。",
        "市人民政府",
        "Boris",
        "机要交换",
        "磨坊巷停水",
        "内容有变化",
        "文件已封存",
        "市府收〔2026〕118号",
    ),
}


class Desk:
    """One browser in which the cast take turns."""

    def __init__(self, page: Page, home: str, language: str) -> None:
        self.page, self.home, self.language = page, home, language
        self.shots = 0

    def as_(self, name: str, path: str) -> None:
        """Let somebody else sit down, and open an address."""
        self.page.context.clear_cookies()
        self.page.goto(self.home + "/accounts/login/")
        sign_in(self.page, name)
        self.page.goto(self.home + path)

    def look(self, what: str) -> None:
        """Keep the picture of a page, and find no barrier on it."""
        self.shots += 1
        picture(self.page, f"papers-{self.language}-{self.shots:02}-{what}")
        assert findings(self.page) == []

    def hand_in_file(self, content: bytes) -> None:
        """Choose a Word file and hand it in."""
        file = {"name": "head.docx", "mimeType": DOCX, "buffer": content}
        self.page.locator("input[name=file]").set_input_files(file)
        self.press("form button.btn-primary")

    def press(self, selector: str) -> None:
        """Press a button or a link of the page and wait for what it leads to."""
        with self.page.expect_navigation():
            self.page.locator(f"main {selector}").first.click()


def read_at_gate(house, paper: int, name: str) -> None:
    """Let a reader tick everything and pass; the pages of a gate have a journey of their own."""
    at = clock.now()
    actor = actor_for(getattr(house, name), at=at)
    found = reviews.review_of(f"paper:{paper}")
    review.note_reading(found.id, by=actor, at=at)
    step = reviews.review_page(actor, found.id, at=at).current
    review.pass_step(found.id, found.content_hash, step.checks, "", by=actor, at=at)


@pytest.mark.slow
def test_from_an_empty_shelf_to_a_frozen_paper(visit, live_server, watchful, language):
    words, today = WORDS[language], timezone.localdate()
    house = make_house()
    make_plan_in_force(house, at=clock.now() - DAY)
    desk = Desk(visit, live_server.url, language)
    page = desk.page

    # Nothing has been made yet; the page leads to the first paper.
    desk.as_("ada", "/papers/")
    desk.look("empty")
    desk.press("a[href='/papers/new/']")
    desk.look("kinds")
    desk.press("a[href='/papers/new/quarter/']")
    page.locator("input[name=begin]").fill(f"{today - 60 * DAY:%Y-%m-%d}")
    page.locator("input[name=end]").fill(f"{today:%Y-%m-%d}")
    page.locator("select[name=unit]").select_option(str(house.top.pk))
    desk.look("make")
    desk.press("form button.btn-primary")
    paper = Paper.objects.get().pk
    base = f"/papers/{paper}/"
    desk.look("draft")

    # The body's own template: a file with mistakes is refused with all of them, another is kept and put into use.
    page.goto(live_server.url + "/papers/templates/")
    desk.look("no-template")
    desk.press("a[href='/papers/templates/new/']")
    page.locator("input[name=name]").fill("Red head")
    desk.hand_in_file(word_file("{{titel}}", "{% if x %}", "{{body}}"))
    expect(page.locator("main")).to_contain_text("titel")
    expect(page.locator("main")).to_contain_text("{%")
    expect(page.locator("input[name=name]")).to_have_value("Red head")
    desk.look("template-refused")
    desk.hand_in_file(word_file("RED HEAD {{issuer}}", "{{title}}", "{{body}}"))
    desk.look("template")
    desk.press("form[action$='/put_into_use/'] button")
    expect(page.locator("form[action$='/retire/']")).to_have_count(1)
    page.goto(live_server.url + "/papers/templates/")
    desk.look("templates")
    page.goto(live_server.url + base)

    # A passage is written by keyboard alone.
    first = page.locator("main section.an-paper a[href^='/papers/passages/']").first
    address = first.get_attribute("href")
    first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    desk.look("passage")
    box = page.locator("textarea[name=words]")
    box.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(words.own)
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text(words.own)

    # Two write at once: the second is told, and nothing that was typed is lost.
    page.goto(live_server.url + address)
    Paper.objects.get(pk=paper).passages.filter(pk=int(address.split("/")[3])).update(edition=9)
    page.locator("textarea[name=words]").fill(words.own + words.own)
    desk.press("form button.btn-primary")
    expect(page.locator("textarea[name=words]")).to_have_value(words.own + words.own)
    desk.look("both")

    # Something happened since: gathered anew, the system says more and the person's words stay.
    cases.open_case(
        Opening(title=words.case, matter="", unit=house.units["supply"].pk),
        by=actor_for(house.ada, at=clock.now()),
        at=clock.now(),
    )
    page.goto(live_server.url + base)
    desk.press(f"form[action='{base}move/renew/'] button")
    expect(page.locator("body")).to_contain_text(words.renewed)
    expect(page.locator("main")).to_contain_text(words.own)
    desk.look("renewed")

    # Its head is written, and it is read here before it is handed in.
    desk.press(f"a[href='{base}head/']")
    page.locator("input[name=addressee]").fill(words.addressee)
    page.locator("input[name=signer]").fill(words.signer)
    page.locator("select[name=layout]").select_option(index=1)
    desk.look("head")
    desk.press("form button.btn-primary")
    desk.press(f"a[href='{base}look/']")
    expect(page.locator("main")).to_contain_text(words.own)
    desk.look("read-here")
    page.goto(live_server.url + base)
    desk.press(f"form[action='{base}move/hand_in/'] button")
    desk.look("handed-in")
    expect(page.locator(f"form[action='{base}move/sign/']")).to_have_count(0)

    # Another reads it, the head of the body signs it, and it goes out.
    read_at_gate(house, paper, "emil")
    desk.as_("boris", base)
    desk.press(f"form[action='{base}move/sign/'] button")
    desk.press(f"a[href='{base}send/']")
    page.locator("[name=words]").fill(words.how)
    desk.look("send")
    desk.press("form button.btn-primary")
    expect(page.locator("body")).to_contain_text(words.frozen)
    desk.look("sent")

    # What is loaded now is what went out, to the byte.
    row = Paper.objects.get(pk=paper)
    kept = {one.form: one.sha256 for one in row.files.all()}
    assert "docx" in kept
    for form, sha256 in kept.items():
        address = page.locator(f"main a[href='{base}file/{form}/']").get_attribute("href")
        assert hashlib.sha256(page.request.get(live_server.url + address).body()).hexdigest() == sha256
    expect(page.locator("main a[href^='/papers/passages/']")).to_have_count(0)

    sent = io.BytesIO(page.request.get(f"{live_server.url}{base}file/docx/").body())
    assert docx.Document(sent).paragraphs[0].text.startswith("RED HEAD ")

    # Its receipt is noted, and it stands on the shelf of what was sent, on a telephone too.
    desk.press(f"a[href='{base}receipt/']")
    page.locator("[name=words]").fill(words.receipt)
    desk.press("form button.btn-primary")
    expect(page.locator("main")).to_contain_text(words.receipt)
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(live_server.url + "/papers/?tab=sent")
    expect(page.locator("main")).to_contain_text(row.title)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    desk.look("shelf-of-sent")
