"""A channel from its application to its keeper, and a piece from a blank page to its correction, in both languages."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from answerable.kernel import clock
from answerable.office.people.queries import day_of
from answerable.office.people.rules import PostKind
from answerable.response.channels.models import Channel, HandOver, Piece, Publication
from answerable.response.channels.rules.hand_over import STEPS
from answerable.response.channels.rules.states import ChannelState, PieceState
from tests.answerable.office.people.makers import make_member, make_unit
from tests.journeys.seeing import findings, picture, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

READERS = ("ada", "emil", "boris")
#: A form of twelve fields, the rail before it, and radio buttons: nobody should need more presses than this.
MOST_TABS = 80
ACTIVE = "document.activeElement"


@dataclass(frozen=True)
class Words:
    """What is typed on the way."""

    body: str
    name: str
    purpose: str
    why: str
    title: str
    text: str
    telephone: str
    basis: str
    wrong: str
    better: str


WORDS = {
    "en": Words(
        "Water Bureau",
        "Water Bureau news",
        "Notices of works and water cuts for everybody in town.",
        "People look for us there.",
        "Works in Mill Lane",
        "Water is off in Mill Lane from nine to one. Please store some water.",
        "Call Mr Li on 13812345678.",
        "Works order 12",
        "We wrote nine. The works begin at ten.",
        "Water is off in Mill Lane from ten to two. Please store some water.",
    ),
    "zh-Hans": Words(
        "云汀市水务局",
        "云汀水务发布",
        "发布停水和施工通知，方便市民安排用水。",
        "群众常在这里找我们。",
        "磨坊巷供水管道施工停水通知",
        "磨坊巷9时至13时停水，请提前储水。",
        "联系人李先生13812345678。",
        "施工计划第12号",
        "原写9时开始，实为10时。",
        "磨坊巷10时至14时停水，请提前储水。",
    ),
}


class Desk:
    """One browser in which the cast take turns."""

    def __init__(self, page: Page, home: str, language: str) -> None:
        self.page, self.home, self.language = page, home, language
        self.words = WORDS[language]
        self.shots = 0

    def as_(self, name: str) -> None:
        """Let somebody else sit down."""
        self.page.context.clear_cookies()
        self.page.goto(self.home + "/accounts/login/")
        sign_in(self.page, name)

    def go(self, path: str) -> None:
        """Open an address of the house."""
        self.page.goto(self.home + path)

    def look(self, what: str) -> None:
        """Keep the picture of a page, find no barrier on it, and nothing that sticks out of the window."""
        self.shots += 1
        picture(self.page, f"channels-{self.language}-{self.shots:02}-{what}")
        assert findings(self.page) == []
        width = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert width <= 0, (what, width)

    def tab_to(self, name: str) -> None:
        """Press Tab until the field of this name has the focus."""
        for _press in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(f"{ACTIVE}.getAttribute('name')") == name:
                return
        pytest.fail(f"the keyboard does not reach {name}")

    def type_into(self, name: str, words: str) -> None:
        """Go to a field and type."""
        self.tab_to(name)
        self.page.keyboard.type(words)

    def choose(self, name: str, value: str) -> None:
        """Go to a list and press the arrow until this value stands there."""
        self.tab_to(name)
        self.page.keyboard.press("Home")
        for _press in range(MOST_TABS):
            if self.page.evaluate(f"{ACTIVE}.value") == value:
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"the keyboard does not choose {value} of {name}")

    def press_enter_on(self, selector: str) -> None:
        """Go to a button with Tab and press it."""
        for _press in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(f"{ACTIVE}.matches({selector!r})"):
                self.page.keyboard.press("Enter")
                return
        pytest.fail(f"the keyboard does not reach {selector}")

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
        self.page.locator("main button[name=pass]").click()
        expect(self.page.locator("main .an-message-success")).to_be_visible()

    def press(self, selector: str) -> None:
        """Press a button of the page."""
        self.page.locator(f"main {selector}").first.click()
        self.page.wait_for_load_state()


def furnish(words: Words) -> dict[str, int]:
    """The body, its office, a department with its contact and the keeper of its channels."""
    body = make_unit(name=words.body)
    supply = make_unit(body, name="Supply")
    for name, kind, unit in (
        ("Ada", PostKind.OFFICE, make_unit(body, name="Office")),
        ("Boris", PostKind.LEAD, body),
        ("Chen", PostKind.LIAISON, supply),
        ("Emil", PostKind.SPOKESPERSON, body),
    ):
        make_member(name, kind, unit)
    fay = make_member("Fay", PostKind.KEEPER, supply)
    return {"body": body.pk, "supply": supply.pk, "post": fay.person.holdings.get().post_id}


def ask_by_keyboard(desk: Desk, made: dict[str, int]) -> None:
    """Fay applies for a channel without touching the mouse; a private account is refused with a sentence."""
    words = desk.words
    desk.as_("fay")
    desk.go("/respond/channels/")
    desk.look("empty")
    desk.press_enter_on("a[href='/respond/channels/apply/']")
    desk.page.wait_for_url("**/apply/")
    desk.choose("platform", "weibo")
    desk.type_into("name", words.name)
    desk.type_into("address", "water-bureau-news")
    desk.tab_to("holder_kind")
    desk.page.keyboard.press("ArrowDown")
    assert desk.page.evaluate(f"{ACTIVE}.value") == "person"
    desk.choose("holder", str(made["body"]))
    desk.choose("unit", str(made["supply"]))
    desk.choose("keeper_post", str(made["post"]))
    desk.choose("language", "zh" if desk.language.startswith("zh") else "en")
    desk.type_into("purpose", words.purpose)
    desk.tab_to("interaction")
    desk.page.keyboard.press("Space")
    desk.type_into("reason", words.why)
    desk.press_enter_on("main form button.btn-primary")
    expect(desk.page.locator("main [role=alert]").first).to_be_visible()
    assert not Channel.objects.exists()
    desk.look("a-private-account-is-refused")
    expect(desk.page.locator("textarea[name=purpose]")).to_have_value(words.purpose)
    desk.tab_to("holder_kind")
    desk.page.keyboard.press("ArrowUp")
    assert desk.page.evaluate(f"{ACTIVE}.value") == "body"
    desk.press_enter_on("main form button.btn-primary")
    desk.page.wait_for_url(lambda url: not url.endswith("/apply/"))


def open_channel(desk: Desk) -> Channel:
    """Three read the application, Ada files it, Fay takes the channel over step by step."""
    channel = Channel.objects.get()
    desk.look("applied")
    for name in READERS:
        desk.read_and_pass(name)
    desk.as_("ada")
    desk.go(f"/respond/channels/{channel.pk}/")
    desk.page.locator("input[name=number]").fill("W-2026-01")
    desk.page.locator("input[name=on]").fill(day_of(clock.now()).isoformat())
    desk.press("form[action$='/file/'] button")
    desk.as_("fay")
    desk.go(f"/respond/channels/{channel.pk}/")
    boxes = desk.page.locator("main input[name=steps]")
    for place in range(len(STEPS) - 1):
        boxes.nth(place).check()
    desk.press("form[action*='/hand-over/'] button")
    expect(desk.page.locator("main [role=alert]")).to_be_visible()
    desk.look("a-step-of-the-hand-over-is-missing")
    assert HandOver.objects.get().state == "open"
    boxes.last.check()
    desk.press("form[action*='/hand-over/'] button")
    expect(desk.page.locator("main form[action*='/hand-over/']")).to_have_count(0)
    channel.refresh_from_db()
    assert channel.state == ChannelState.LIVE
    desk.look("in-use")
    return channel


def write(desk: Desk, channel: Channel) -> int:
    """Chen writes; the machine sees a telephone number before anybody reads, and Chen takes it out."""
    words, page = desk.words, desk.page
    desk.as_("chen")
    desk.go("/respond/channels/content/")
    desk.look("empty-desk")
    desk.press("a[href='/respond/channels/content/add/']")
    page.locator("input[name=title]").fill(words.title)
    page.locator("select[name=kind]").select_option("notice")
    page.locator("select[name=language]").select_option("zh" if desk.language.startswith("zh") else "en")
    desk.press("form[data-an-keep='piece-add'] button.btn-primary")
    page.wait_for_url("**/edit/")
    page.locator("textarea[name=body]").fill(f"{words.text} {words.telephone}")
    page.locator("input[name=basis]").fill(words.basis)
    page.locator(f"input[name=channels][value='{channel.pk}']").check()
    later = day_of(clock.now()) + timedelta(days=90)
    page.locator("input[name=review_on]").fill(later.isoformat())
    expect(page.locator("#beside", has_text="13812345678")).to_be_visible()
    desk.look("the-machine-reads-first")
    page.locator("#text button.btn-primary").click()
    page.wait_for_url(lambda url: not url.endswith("/edit/"))
    piece = Piece.objects.get().pk
    desk.press("form[action$='/hand-in/'] button")
    expect(page.locator("main [role=alert]")).to_be_visible()
    assert Piece.objects.get().state == PieceState.DRAFT
    change(desk, piece, words.text)
    return piece


def change(desk: Desk, piece: int, text: str) -> None:
    """Whoever sits there saves another text."""
    desk.go(f"/respond/channels/content/{piece}/edit/")
    desk.page.locator("textarea[name=body]").fill(text)
    desk.page.locator("#text button.btn-primary").click()
    desk.page.wait_for_url(lambda url: not url.endswith("/edit/"))


def hand_in(desk: Desk, piece: int) -> None:
    """Whoever sits there hands the piece in."""
    desk.go(f"/respond/channels/content/{piece}/")
    desk.press("form[action$='/hand-in/'] button")
    expect(desk.page.locator("main form[action$='/take-back/']")).to_be_visible()


def publish(desk: Desk, piece: int) -> None:
    """Fay publishes what passed and puts it on the account."""
    desk.as_("fay")
    desk.go(f"/respond/channels/content/{piece}/")
    desk.press("form[action$='/publish/'] button")
    expect(desk.page.locator("main section[aria-labelledby=log]")).to_be_visible()
    desk.press("form[action$='/out/'] button")
    row = Publication.objects.get(piece=piece)
    assert [one["name"] for one in row.readers] == ["Ada", "Emil", "Boris"]
    assert row.out_at is not None


@pytest.mark.slow
def test_from_an_application_to_a_corrected_piece(visit, live_server, watchful, language):
    desk = Desk(visit, live_server.url, language)
    words, page = desk.words, desk.page
    ask_by_keyboard(desk, furnish(words))
    channel = open_channel(desk)
    piece = write(desk, channel)
    hand_in(desk, piece)

    # Two have read; an edit makes both readings void; then three people read and proof the new text.
    desk.read_and_pass("ada", looks="first-reading")
    desk.read_and_pass("emil")
    desk.as_("chen")
    change(desk, piece, words.text.replace("13", "12").replace("one", "noon"))
    desk.look("both-readings-are-void")
    assert not page.locator("form[action$='/publish/']").count()
    for name in READERS:
        desk.read_and_pass(name)
    publish(desk, piece)
    desk.look("published")

    # What is wrong is put right by a text of its own, at the same gate; the old one stays in the log.
    page.locator("details", has=page.locator("form[action$='/correct/']")).locator("summary").click()
    page.locator("#why-correct").fill(words.wrong)
    desk.press("form[action$='/correct/'] button")
    page.wait_for_url("**/edit/")
    new = Piece.objects.get(corrects=piece).pk
    change(desk, new, words.better)
    hand_in(desk, new)
    for name in READERS:
        desk.read_and_pass(name)
    publish(desk, new)
    desk.look("corrected")
    desk.go(f"/respond/channels/content/{piece}/")
    expect(page.locator("main", has_text=words.wrong)).to_be_visible()
    assert Piece.objects.get(pk=piece).state == PieceState.CORRECTED
    desk.press("form[action$='/down/'] button")
    desk.look("replaced")

    look_again_small_and_dark(desk, channel.pk, piece, new)
    # What the journey meant to have refused: a private account, a hand-over with a step missing, a telephone number.
    watchful.expect("status of 422")


def look_again_small_and_dark(desk: Desk, channel: int, piece: int, new: int) -> None:
    """Every page of the room on a telephone and in the dark: nothing sticks out, nothing is hard to read."""
    room = "/respond/channels/"
    pages = {
        "list": room,
        "apply": f"{room}apply/",
        "channel": f"{room}{channel}/",
        "desk": f"{room}content/?tab=all",
        "calendar": f"{room}content/calendar/",
        "piece": f"{room}content/{piece}/",
        "correction": f"{room}content/{new}/",
        "log": f"{room}log/",
        "names": f"{room}content/names/",
    }
    small, wide = (360, 800), (1280, 900)
    for size, scheme, shown in (
        (small, "light", pages),
        (wide, "dark", pages),
        (small, "dark", ("calendar", "correction")),
    ):
        desk.page.set_viewport_size({"width": size[0], "height": size[1]})
        desk.page.emulate_media(color_scheme=scheme)
        for name in shown:
            desk.go(pages[name])
            desk.look(f"{name}-{size[0]}-{scheme}")
