"""From a clause of the plan to a closed file: a price change is assessed, announced, watched and looked back on."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from answerable.kernel import clock
from answerable.office.people.queries import actor_for
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.response.cases import actions as cases
from answerable.response.cases.actions import Opening
from answerable.response.foresight.jobs import look_all
from answerable.response.foresight.models import Release
from tests.answerable.governance.plan.makers import make_house, make_plan_in_force
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.response.letters.makers import make_letter
from tests.journeys.seeing import findings, picture, sideways, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Words:
    """What is typed on the way."""

    past: str
    title: str
    summary: str
    group: str
    change: str
    risk: str
    measure: str
    question: str
    answer: str
    holding: str
    line: str
    gap: str
    term: str
    why: str
    reasons: tuple[str, str]
    told: str
    letter: str
    unforeseen: str
    lesson: str
    missing: str
    held: str
    dissent: str


WORDS = {
    "en": Words(
        "Sewage tariff of the neighbouring town read as a rise for all",
        "The second step of the water tariff rises in May",
        "From May the second step costs 0.40 more. The first step stays as it is.",
        "Households of five and more",
        "They can ask for a larger first step.",
        "The change is read as a rise for everybody.",
        "The announcement begins with what stays as it is, and a table of examples.",
        "Does everybody pay more for the water tariff?",
        "No. The first step stays as it is; four of a hundred households reach the second.",
        "While the council has not voted",
        "The council decides on Monday; we say more on Monday evening.",
        "How many households reach the second step",
        "tariff",
        "There, too, one step was taken for all of them.",
        ("Everybody remembers the last rise.", "It is one step of three."),
        "Water tariff rises for everybody, readers fear",
        "Who pays the tariff of shared meters",
        "Who pays for a shared meter?",
        "Say first what stays as it is, and answer for shared meters.",
        "Still missing",
        "not agreed",
        "Dissent",
    ),
    "zh-Hans": Words(
        "邻市污水费调整被误读为全面涨价",
        "居民第二阶梯水价五月起调整",
        "五月起第二阶梯水价每立方米上调0.40元，第一阶梯不变。",
        "五口以上家庭",
        "可申请提高第一阶梯用水量。",
        "被误读为全面涨价。",
        "公告首先说明哪些不变，并附用水算例表。",
        "水价是不是全面上涨？",
        "不是。第一阶梯不变，百户中约四户会用到第二阶梯。",
        "价格听证会尚未作出结论时",
        "听证会周一举行，周一晚间再作说明。",
        "会用到第二阶梯的户数",
        "水价",
        "当时也是单档调整被当成全面上涨。",
        ("上次调价大家记忆犹新。", "三档中只调一档。"),
        "水价五月起全面上涨？市民担心",
        "合用水表的水价由谁承担",
        "合用水表由谁承担？",
        "先说哪些不变，并备好合用水表的答复。",
        "尚缺",
        "尚未通过审签",
        "异议",
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

    def go(self, path: str) -> None:
        """Open an address of the house."""
        self.page.goto(self.home + path)

    def look(self, what: str) -> None:
        """Keep the picture of a page, and find no barrier on it; on a telephone it fits."""
        self.shots += 1
        picture(self.page, f"foresight-{self.language}-{self.shots:02}-{what}")
        assert findings(self.page) == []
        desk = self.page.viewport_size
        self.page.set_viewport_size({"width": 360, "height": 740})
        assert sideways(self.page) == 0
        self.page.set_viewport_size(desk)

    def fill(self, **typed: str) -> None:
        """Type into the fields of the page's form and press its button."""
        for name, words in typed.items():
            self.page.locator(f"main form [name={name}]").first.fill(words)
        self.send()

    def send(self) -> None:
        """Press the button of the page's form."""
        self.page.locator("main form button.btn-primary").first.click()


def write_assessment(desk: Desk, release: int, words: Words) -> None:
    """Ada writes every section of the assessment."""
    base, page = f"/respond/foresight/{release}/", desk.page
    desk.go(f"{base}lines/audience/")
    desk.fill(name=words.group, change=words.change)
    page.locator(f"a[href='{base}lines/risk/']").click()
    page.locator("select[name=likelihood]").select_option("3")
    page.locator("select[name=effect]").select_option("2")
    desk.fill(text=words.risk, measure=words.measure)
    page.locator(f"a[href='{base}lines/question/']").click()
    desk.fill(question=words.question, text=words.answer)
    page.locator(f"a[href='{base}lines/holding/']").click()
    desk.fill(question=words.holding, text=words.line)
    page.locator(f"a[href='{base}lines/gap/']").click()
    page.locator("select[name=post]").select_option(index=0)
    desk.look("gap")
    desk.fill(text=words.gap, until=f"{timezone.localdate() + 9 * DAY:%Y-%m-%d}")
    page.locator(f"a[href='{base}arrange/']").click()
    page.locator("select[name=spokesperson_post]").select_option(index=0)
    page.locator("input[name=watch_days]").fill("7")
    desk.look("arrange")
    desk.fill(terms=words.term)


def link_past_story(desk: Desk, release: int, words: Words, story) -> None:
    """Ada searches past stories and links one with why it is like this."""
    desk.go(f"/respond/foresight/{release}/similar/?words={words.past[:6]}")
    desk.page.locator("main summary").first.click()
    desk.page.locator(f"#why-{story.pk}").fill(words.why)
    desk.look("similar")
    desk.page.locator(f"li:has(#why-{story.pk}) button").click()
    expect(desk.page.locator("main")).to_contain_text(words.why)


def read_at_gate(house, release: int, *names: str) -> None:
    """Let readers pass their steps; the pages of a gate have a journey of their own."""
    at = clock.now()
    for name in names:
        actor = actor_for(getattr(house, name), at=at)
        found = reviews.review_of(f"release:{release}")
        review.note_reading(found.id, by=actor, at=at)
        step = reviews.review_page(actor, found.id, at=at).current
        review.pass_step(found.id, found.content_hash, step.checks, "", by=actor, at=at)


@pytest.mark.slow
def test_from_a_clause_of_the_plan_to_a_closed_file(visit, live_server, watchful, language):
    words, now = WORDS[language], clock.now()
    house = make_house()
    make_plan_in_force(house, at=now - DAY)
    past = make_story((words.past,), at=now - 90 * DAY, language=language[:2])
    desk = Desk(visit, live_server.url, language)
    page = desk.page

    # The clause asks for it; nothing has been entered yet.
    desk.as_("ada")
    desk.go("/govern/plan/")
    expect(page.locator("main")).to_contain_text("事先评估传播风险")
    desk.go("/respond/foresight/")
    desk.look("empty")
    page.locator("main a[href='/respond/foresight/enter/']").first.click()
    page.locator("select[name=kind]").select_option("price")
    page.locator("select[name=unit]").select_option(str(house.units["supply"].pk))
    planned = timezone.localtime(now + 21 * DAY).strftime("%Y-%m-%dT%H:%M")
    page.locator("input[name=planned_at]").fill(planned)
    desk.look("enter")
    desk.fill(title=words.title, summary=words.summary)
    page.wait_for_url("**/respond/foresight/*/")
    release = Release.objects.get().pk
    base = f"/respond/foresight/{release}/"
    expect(page.locator("main")).to_contain_text(words.missing)
    expect(page.locator("main")).to_contain_text("c31")

    write_assessment(desk, release, words)
    link_past_story(desk, release, words, past)

    # Two say the level, blind to each other; the higher holds and the dissent stays.
    for name, level, reasons in (("ada", "high", words.reasons[0]), ("boris", "medium", words.reasons[1])):
        desk.as_(name)
        desk.go(f"{base}level/")
        page.locator(f"input[name=level][value={level}]").check()
        if name == "ada":
            desk.look("level")
        desk.fill(reasons=reasons)
    expect(page.locator("main")).to_contain_text(words.dissent)

    # The gate holds it; at this level the post that the plan names signs.
    desk.as_("ada")
    desk.go(base)
    page.locator(f"form[action='{base}move/hand_in/'] button").click()
    desk.look("at-gate")
    desk.go(f"{base}release/")
    desk.send()
    expect(page.locator("main")).to_contain_text(words.held)
    read_at_gate(house, release, "chen", "emil")
    desk.as_("boris")
    desk.go(base)
    page.locator("main a[href^='/reviews/']").first.click()
    desk.look("signing")
    for box in page.locator("main form input[type=checkbox]").all():
        box.check()
    page.locator("main form button[name=pass]").click()

    # It goes out, and the watch runs by itself.
    desk.as_("ada")
    desk.go(base)
    desk.look("agreed")
    page.locator(f"main a[href='{base}release/']").click()
    desk.fill(link="https://bureau.example/tariff")
    page.wait_for_url(f"**{base}")
    out = Release.objects.get().released_at
    make_story((words.told,), at=out + timedelta(minutes=1), language=language[:2])
    make_letter(
        title=words.letter, text=words.letter, at=out + timedelta(minutes=2), unit=house.units["supply"].pk
    )
    case = cases.open_case(
        Opening(title=words.told, matter="", unit=house.units["supply"].pk),
        by=actor_for(house.ada, at=clock.now()),
        at=out + timedelta(minutes=3),
    )
    look_all(at=out + timedelta(minutes=5))
    desk.go(base)
    desk.look("watched")

    # The prepared answers lie in the case that opened.
    desk.as_("chen")
    desk.go(f"/respond/cases/{case}/")
    page.locator(f"main a[href='{base}prepared/{case}/']").click()
    expect(page.locator("main")).to_contain_text(words.answer)
    desk.look("prepared")
    page.locator("main form button.btn-primary").first.click()
    page.wait_for_url("**/respond/answers/*/")
    expect(page.locator("main")).to_contain_text(words.question)

    # A week later: foreseen against asked, and the file is closed.
    look_all(at=out + 8 * DAY)
    desk.as_("ada")
    desk.go(f"{base}asked/?verdict=waiting")
    desk.look("asked")
    while (waiting := page.locator("main td a[href^='/respond/foresight/asked/']")).count():
        waiting.first.click()
        if words.letter in page.locator("main form").inner_text():
            page.locator("select[name=verdict]").select_option("unforeseen")
            page.locator("textarea[name=lesson]").fill(words.unforeseen)
        else:
            page.locator("select[name=verdict]").select_option("foreseen")
            page.locator("select[name=question]").select_option(label=words.question)
            desk.look("settle")
        desk.send()
        page.wait_for_url("**verdict=waiting")
    desk.go(f"{base}finish/")
    desk.fill(words=words.lesson)
    expect(page.locator("main")).to_contain_text(words.unforeseen)
    desk.look("finished")
    row = Release.objects.get()
    with page.expect_download() as got:
        page.locator(f"main a[href='{base}file/']").click()
    assert hashlib.sha256(got.value.path().read_bytes()).hexdigest() == row.file_hash
    desk.go("/respond/foresight/?tab=finished")
    desk.look("list")

    # The next assessment learns what nobody had foreseen.
    desk.go("/respond/foresight/enter/")
    page.locator("select[name=kind]").select_option("price")
    page.locator("input[name=planned_at]").fill(planned)
    desk.fill(title=words.title, summary=words.summary)
    page.wait_for_url("**/respond/foresight/*/")
    expect(page.locator("main")).to_contain_text(words.unforeseen)
    page.locator("main a[href*='?lesson=']").first.click()
    expect(page.locator("textarea[name=question]")).to_have_value(words.unforeseen)
