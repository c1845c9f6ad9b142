"""From a confirmed missed duty to a closed file: excuses first, told, heard, decided by several, reviewed, appealed."""

import hashlib
import json
import zipfile
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from answerable.governance.accountability.models import Excuse, File, Paper, Seat
from tests.answerable.governance.accountability.makers import Hall
from tests.journeys.seeing import findings, picture, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/govern/accountability/"
#: More stops than any page of the room has.
MOST_STOPS = 250
#: A desk by day and a telephone by night.
SIGHTS = {"1280-light": (1280, 900, "light"), "360-dark": (360, 740, "dark")}


@dataclass(frozen=True)
class Words:
    """What is typed on the way."""

    why: str
    judged: str
    facts: str
    grounds: str
    defence: str
    verified: str
    doubt: str
    answer: str
    reasons: tuple[str, str, str]
    decision: str
    plea: str
    review: str
    appeal: str
    above: tuple[str, str]


WORDS = {
    "en": Words(
        "Nothing came after two reminders; look at why.",
        "Looked at rota, leave and reminders: it was not so.",
        "Due on 31 March. Two reminders arrived. Nothing was filed.",
        "The plan asks for the filing at the end of each quarter.",
        "The river was high; we stood at the pumps for two nights.",
        "The rota shows both nights.",
        "We were rivals for the same post.",
        "Better so.",
        ("A word is enough.", "He was at the pumps.", "He could have asked for time."),
        "Decided together: a reminder. One member wanted nothing.",
        "Look again at the two nights.",
        "The nights were weighed; the reminder stays.",
        "Let the city look at it.",
        ("City commission", "Lifted: the pumps came first."),
    ),
    "zh-Hans": Words(
        "两次催办后仍未报送，需核实原因。",
        "已核对任职、请假和催办记录，无此情形。",
        "应于3月31日报送，两次催办均已送达，未见报送材料。",
        "方案规定每季度末报送。",
        "当时汛情紧急，连续两夜在泵站值守。",
        "值班表显示两夜均在岗。",
        "我们曾竞争同一岗位。",
        "回避为宜。",
        ("提醒即可。", "当时在泵站值守。", "可以申请延期。"),
        "集体研究决定：予以提醒。一人认为不应处理。",
        "请再看一看那两夜的情况。",
        "已充分考虑两夜值守，维持提醒。",
        "请市里再看一看。",
        ("市监督委员会", "撤销：泵站值守在先。"),
    ),
}


class Desk:
    """One browser without a mouse, at which the cast take turns."""

    def __init__(self, page: Page, home: str, language: str) -> None:
        self.page, self.home, self.language = page, home, language
        self.shots = 0

    def as_(self, name: str, path: str) -> None:
        """Let somebody else sit down, and open an address."""
        self.page.context.clear_cookies()
        self.page.goto(f"{self.home}/accounts/login/?next={path}")
        sign_in(self.page, name)
        self.page.wait_for_url(f"**{path}")

    def look(self, what: str) -> None:
        """Keep the pictures of a page, find no barrier on it, and nothing that hangs over its edge."""
        self.shots += 1
        for sight, (width, height, scheme) in SIGHTS.items():
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.emulate_media(color_scheme=scheme)
            picture(self.page, f"accountability-{self.language}-{self.shots:02}-{what}-{sight}")
            assert findings(self.page) == []
            assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        self.page.set_viewport_size({"width": 1280, "height": 900})
        self.page.emulate_media(color_scheme="light")

    def reach(self, wanted: Locator) -> None:
        """Come to something by the Tab key alone."""
        mark = wanted.first.element_handle()
        for _stop in range(MOST_STOPS):
            if mark.evaluate("one => document.activeElement === one"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"the Tab key never comes to {wanted}")

    def press(self, selector: str) -> None:
        """Go to a link or button of the page by Tab, and press Enter."""
        self.reach(self.page.locator(f"main {selector}"))
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def choose(self, *selectors: str) -> None:
        """Tick boxes, or take one of several choices: Tab comes to the group, arrows go on inside it."""
        for selector in selectors:
            wanted = self.page.locator(f"main {selector}")
            if wanted.get_attribute("type") == "checkbox":
                self.reach(wanted)
                self.page.keyboard.press("Space")
                continue
            self.reach(self.page.locator(f"main input[name={wanted.get_attribute('name')}]"))
            self.page.keyboard.press("Space")
            while not wanted.is_checked():
                self.page.keyboard.press("ArrowDown")

    def write(self, **typed: str) -> None:
        """Type into fields, and press the button of the form."""
        for name, words in typed.items():
            self.reach(self.page.locator(f"main [name={name}]"))
            self.page.keyboard.insert_text(words)
        self.press("form button.btn-primary")


@pytest.fixture
def hall(transactional_db) -> Hall:
    """A body in which Chen's filing was missed, its finding answered and confirmed; everybody can sign in."""
    hall = Hall()
    for name in ("olga", "dana", "lin", "emil", "qian", "zhou", "guo", "wang", "fang", "chen", "boris"):
        account = hall.act(name) and hall.person(name).account
        account.username = name
        account.save()
    return hall


def last(kind: str) -> int:
    """The newest paper of a kind."""
    return Paper.objects.filter(kind=kind).latest("number").pk


def name_people(desk: Desk, here: str, role: str, persons: list[int]) -> None:
    """Olga names people for a part."""
    desk.as_("olga", here)
    desk.press(f"a[href='{here}people/{role}/']")
    desk.choose(*(f"input[name=people][value='{person}']" for person in persons))
    if role == "panel":
        desk.look("name-panel")
    desk.press("form button.btn-primary")


def votes(desk: Desk, here: str, cast: dict[str, str], reasons: tuple[str, ...]) -> None:
    """Members vote, each with a reason; nobody sees another's vote."""
    for (name, measure), reason in zip(cast.items(), reasons, strict=True):
        desk.as_(name, here)
        assert not any(other in desk.page.inner_text("main") for other in reasons)
        desk.press(f"a[href='{here}vote/']")
        desk.choose(f"input[name=measure][value='{measure}']")
        desk.write(text=reason)


def to_the_hearing(desk: Desk, hall: Hall, words: Words) -> str:
    """Oversight opens the file, judges each excuse, two establish the facts, the one concerned is told."""
    desk.as_("olga", LIST)
    desk.look("findings")
    desk.press(f"a[href='{LIST}open/{hall.finding.pk}/']")
    desk.write(text=words.why)
    here = f"{LIST}{File.objects.get().pk}/"
    desk.look("excuses")
    for one in Excuse.objects.order_by("pk"):
        desk.press(f"a[href='{here}excuses/{one.pk}/']")
        desk.choose("input[name=verdict][value=holds_not]")
        if one == Excuse.objects.first():
            desk.look("judge")
        desk.write(text=words.judged)
    name_people(desk, here, "finder", hall.ids("dana", "lin"))
    desk.as_("dana", here)
    desk.press(f"a[href='{here}say/facts/']")
    desk.write(text=words.facts)
    desk.as_("lin", here)
    desk.press(f"form[action='{here}papers/{last('facts')}/confirm/'] button")
    desk.as_("olga", here)
    desk.press(f"a[href='{here}tell/']")
    desk.choose("input[name=measure][value='2']")
    desk.look("tell")
    desk.write(text=words.grounds)
    return here


def heard(desk: Desk, hall: Hall, here: str, words: Words) -> None:
    """The one concerned confirms that the paper came, and speaks; one of the panel is doubted and steps aside."""
    desk.as_("chen", here)
    desk.look("told")
    desk.press(f"form[action='{here}papers/{last('notice')}/receive/'] button")
    desk.press(f"a[href='{here}say/statement/']")
    desk.look("statement")
    desk.write(text=words.defence)
    name_people(desk, here, "panel", hall.ids("qian", "emil", "zhou", "guo"))
    doubted = Seat.objects.get(person=hall.guo).pk
    desk.as_("chen", here)
    desk.press(f"a[href='{here}seats/{doubted}/doubt/']")
    desk.write(text=words.doubt)
    desk.as_("olga", here)
    desk.press(f"a[href='{here}seats/{doubted}/answer/']")
    desk.choose("input[name=aside][value=yes]")
    desk.write(text=words.answer)
    desk.press(f"a[href='{here}end-hearing/']")
    desk.write(text=words.verified)


def whole_file(desk: Desk, here: str) -> None:
    """The one concerned takes the whole file, and every hash in it is right."""
    desk.reach(desk.page.locator(f"main a[href='{here}archive/']"))
    with desk.page.expect_download() as got:
        desk.page.keyboard.press("Enter")
    with zipfile.ZipFile(got.value.path()) as archive:
        index = json.loads(archive.read("index.json"))
        assert all(hashlib.sha256(archive.read(name)).hexdigest() == digest for name, digest in index.items())
        papers = json.loads(archive.read("papers.json"))
    assert [one["sha256"] for one in papers] == list(
        Paper.objects.order_by("number").values_list("sha256", flat=True)
    )


@pytest.mark.slow
def test_from_a_confirmed_missed_duty_to_the_closed_file(visit, live_server, watchful, hall, language):
    words, desk = WORDS[language], Desk(visit, live_server.url, language)
    here = to_the_hearing(desk, hall, words)
    heard(desk, hall, here, words)

    # Three decide; the measure is what more than half carry, and who wanted else stays on record.
    votes(desk, here, {"qian": "1", "emil": "0", "zhou": "1"}, words.reasons)
    desk.as_("qian", here)
    desk.press(f"a[href='{here}decide/']")
    desk.write(text=words.decision)
    desk.as_("olga", here)
    desk.press(f"form[action='{here}serve/'] button")
    desk.as_("chen", here)
    expect(visit.locator("main")).to_contain_text(words.reasons[1])
    desk.look("served")
    desk.press(f"form[action='{here}papers/{last('decision')}/receive/'] button")

    # Review by others, then the body above.
    desk.press(f"a[href='{here}say/ask-review/']")
    desk.write(text=words.plea)
    name_people(desk, here, "reviewer", hall.ids("wang", "fang", "boris"))
    votes(
        desk,
        here,
        {"wang": "1", "fang": "1", "boris": "1"},
        tuple(f"{one} ({words.review})" for one in words.reasons),
    )
    desk.as_("fang", here)
    desk.press(f"a[href='{here}say/review/']")
    desk.write(text=words.review)
    desk.as_("chen", here)
    desk.press(f"a[href='{here}say/ask-appeal/']")
    desk.write(text=words.appeal)
    desk.as_("olga", here)
    desk.press(f"a[href='{here}appeal/']")
    desk.choose("input[name=measure][value='0']")
    authority, text = words.above
    desk.look("appeal")
    desk.write(authority=authority, text=text)
    desk.as_("chen", here)
    desk.press(f"form[action='{here}papers/{last('appeal')}/receive/'] button")
    desk.as_("olga", here)
    desk.press(f"form[action='{here}close/'] button")
    assert File.objects.get().state == "closed"
    desk.look("closed")
    desk.as_("chen", here)
    whole_file(desk, here)
    desk.as_("olga", LIST)
    desk.look("list")
    desk.press(f"a[href='{LIST}figures/']")
    desk.look("figures")


@pytest.mark.slow
def test_an_excuse_that_is_found_ends_it_and_nobody_is_told_anything(
    visit, live_server, watchful, hall, language
):
    words, desk = WORDS[language], Desk(visit, live_server.url, language)
    desk.as_("olga", LIST)
    desk.press(f"a[href='{LIST}open/{hall.finding.pk}/']")
    desk.write(text=words.why)
    here = f"{LIST}{File.objects.get().pk}/"
    desk.press(f"a[href='{here}excuses/{Excuse.objects.first().pk}/']")
    desk.choose("input[name=verdict][value=holds]")
    desk.write(text=words.judged)
    desk.look("excused")
    assert visit.locator(f"a[href='{here}people/finder/']").count() == 0
    desk.press(f"a[href='{here}drop/']")
    desk.write(text=words.judged)
    desk.press(f"form[action='{here}close/'] button")
    desk.look("dropped")
    assert (File.objects.get().state, File.objects.get().measure) == ("closed", None)
    assert not Paper.objects.filter(kind="notice").exists()
