"""From a signal to what was learnt: two assessors differ and agree, facts, a report upward, an answer, a review."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from answerable.kernel import clock, events
from answerable.office.people.queries import actor_for
from answerable.office.review import actions as reviews
from answerable.office.review import queries as review_queries
from answerable.response.answers import actions as answers
from answerable.response.answers.actions import Beginning
from answerable.response.cases.events import PlanChangeProposed
from answerable.response.cases.models import AfterActionReview, Case
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.response.answers.makers import make_content
from tests.answerable.response.cases.clockwork import adopt_rules
from tests.answerable.response.cases.makers import make_cast
from tests.journeys.seeing import barriers, findings, picture, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass(frozen=True)
class Words:
    """What is typed on the way."""

    story: tuple[str, ...]
    title: str
    matter: str
    grave: str
    light: str
    agreed: str
    claim: str
    finding: str
    report: str
    task: str
    done: str
    helped: str
    hindered: str
    change: str
    action: str


WORDS = {
    "en": Words(
        (
            "Brown water runs from taps in Eastbridge",
            "Brown water runs from taps in the Eastbridge quarter",
            "Taps in Eastbridge run brown water",
        ),
        "Brown water in Eastbridge",
        "Taps in several streets run brown since the morning. Call 13812345678.",
        "A hospital lies in the quarter.",
        "It is iron from one old main.",
        "The hospital has a well of its own; two thousand households do not.",
        "The water is poisonous.",
        "The laboratory found iron above the limit and nothing that harms health.",
        "County office, duty desk",
        "Flush the mains of Eastbridge and report when the water is clear.",
        "Flushed; the water is clear since four.",
        "The laboratory answered within an hour.",
        "Nobody knew which streets the old main feeds.",
        "Clause 12: the list of old mains is part of the duty folder.",
        "Draw up the list of old mains",
    ),
    "zh-Hans": Words(
        ("东桥片区自来水发黄", "东桥片区多个小区自来水发黄", "东桥多个小区水龙头流出黄水"),
        "东桥片区自来水发黄",
        "多个小区反映早晨起自来水发黄，可致电13812345678。",
        "片区内有一家医院。",
        "只是一根老旧主管的铁锈。",
        "医院有自备水源，但两千户居民没有。",
        "黄水有毒。",
        "化验显示铁超标，未检出危害健康的物质。",
        "市政府总值班室",
        "冲洗东桥片区主管，水清后报告。",
        "已冲洗，16时起出水清澈。",
        "化验室一小时内给出结果。",
        "没有人清楚老旧主管供哪些街道。",
        "第十二条增加：值班资料应附老旧主管清单。",
        "编制老旧主管清单",
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
        """Keep the picture of a page, and find no barrier on it."""
        self.shots += 1
        picture(self.page, f"cases-{self.language}-{self.shots:02}-{what}")
        assert findings(self.page) == []

    def send(self, name: str = "btn-primary") -> None:
        """Press the button of the page's form."""
        self.page.locator(f"main form button.{name}").first.click()


def moment(at: datetime) -> str:
    """Write a moment as the browser's own field takes it."""
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def mark(desk: Desk, reasons: str, **marks: int) -> None:
    """Give an opinion."""
    for factor in ("harm", "reach", "urgency", "vital", "misread", "missing"):
        desk.page.locator(f"input[name={factor}][value='{marks.get(factor, 0)}']").check()
    desk.page.locator("textarea[name=reasons]").first.fill(reasons)


def publish_answer(case: int, cast) -> None:
    """Let the answer pass its gate and go out; its own journey shows the pages of that."""
    at = clock.now()
    actors = {name: actor_for(account, at=at) for name, account in cast.accounts.items()}
    post = min(actors["emil"].posts)
    beginning = Beginning(content=make_content(), unit=cast.supply.pk, cases=(case,), spokesperson_post=post)
    answer = answers.draft(beginning, by=actors["chen"], at=at)
    answers.hand_in(answer, by=actors["chen"], at=at)
    for name in ("ada", "emil", "boris"):
        found = review_queries.review_of(f"answer:{answer}")
        reviews.note_reading(found.id, by=actors[name], at=at)
        step = review_queries.review_page(actors[name], found.id, at=at).current
        reviews.pass_step(found.id, found.content_hash, step.checks, "", by=actors[name], at=at)
    answers.publish(answer, post, by=actors["emil"], at=at)


@pytest.mark.slow
def test_from_a_signal_to_a_change_of_the_plan(visit, live_server, watchful, language, monkeypatch):
    proposed: list[PlanChangeProposed] = []
    monkeypatch.setitem(events._reactions, PlanChangeProposed, [proposed.append])
    adopt_rules()
    cast, words, now = make_cast(), WORDS[language], clock.now()
    story = make_story(words.story, at=now - timedelta(hours=5), language=language[:2])
    signal = make_signal(
        watch=None,
        story=story,
        title=words.story[0],
        raised_at=now - timedelta(minutes=30),
        from_at=now - timedelta(hours=6),
        until_at=now,
        evidence=list(story.placements.values_list("pk", flat=True)),
    )
    desk = Desk(visit, live_server.url, language)
    page = desk.page

    # The signal becomes a case; what points at a person is asked about, and masked.
    desk.as_("ada")
    desk.go("/respond/cases/")
    desk.look("empty-board")
    desk.go(f"/listen/signals/{signal.pk}/")
    page.locator(f"a[href$='/respond/cases/open/?signal={signal.pk}']").click()
    page.locator("input[name=title]").fill(words.title)
    page.locator("textarea[name=matter]").fill(words.matter)
    page.locator("select[name=unit]").select_option(str(cast.supply.pk))
    desk.send()
    expect(page.locator("textarea[name=matter]")).to_have_value(words.matter)
    desk.look("points-at-person")
    page.locator("input[name=personal][value=mask]").check()
    desk.send()
    page.wait_for_url("**/respond/cases/*/")
    case = Case.objects.get()
    assert "13812345678" not in case.matter
    room = f"/respond/cases/{case.pk}/"
    page.locator("form[action$='/move/register/'] button").click()

    # Two people assess, each alone; they differ, one proposes, the other agrees.
    desk.go(f"{room}assess/")
    mark(desk, words.grave, harm=3, vital=3, reach=2)
    desk.look("opinion")
    page.locator("form[action$='/opinion/'] button").click()
    desk.as_("chen")
    desk.go(f"{room}assess/")
    expect(page.locator("main")).not_to_contain_text(words.grave)
    mark(desk, words.light, harm=1, reach=2)
    page.locator("form[action$='/opinion/'] button").click()
    expect(page.locator("main")).to_contain_text(words.grave)
    page.locator("input[name=level][value=major]").check()
    page.locator("form[action$='/propose/'] textarea[name=reasons]").fill(words.agreed)
    desk.look("differ")
    page.locator("form[action$='/propose/'] button").click()
    desk.as_("ada")
    desk.go(f"{room}assess/")
    desk.look("proposed")
    page.locator("form[action$='/agree/'] button").click()

    # The head assigns; Chen checks a claim and asks another unit.
    desk.as_("boris")
    desk.go(f"{room}assign/")
    desk.send()
    desk.as_("chen")
    desk.go(f"{room}facts/add/")
    page.locator("textarea[name=claim]").fill(words.claim)
    page.locator("input[name=finding][value=not_so]").check()
    page.locator("textarea[name=words]").fill(words.finding)
    page.locator("input[name=piece_1]").fill("2026-31")
    desk.look("fact")
    desk.send()
    desk.go(f"{room}tasks/add/")
    page.locator("select[name=unit]").select_option(str(cast.repair.pk))
    page.locator("textarea[name=words]").fill(words.task)
    page.locator("input[name=due_at]").fill(moment(now + timedelta(days=1)))
    desk.send()
    expect(page.locator("main")).to_contain_text(words.task)

    # The first written report goes upward: begun from the case, signed, sent, receipted.
    page.locator(f"a[href='{room}papers/first/']").click()
    expect(page.locator("textarea[name=text]")).to_contain_text(words.finding)
    page.locator("input[name=to]").fill(words.report)
    desk.look("report-draft")
    desk.send()
    desk.as_("boris")
    desk.go("/respond/cases/")
    desk.look("board")
    desk.go("/respond/cases/papers/")
    page.locator("tbody tr a").first.click()
    page.locator("form[action$='/sign/'] button").click()
    page.locator("input[name=words]").fill("OA")
    page.locator("form[action$='/send/'] button").click()
    page.locator("form[action$='/receipt/'] input[name=words]").fill("2026-77")
    page.locator("form[action$='/receipt/'] button").click()
    desk.look("report-sent")

    # Fang's unit does its task; the answer goes out; the room shows everything.
    desk.as_("fang")
    desk.go(room)
    page.locator("a[href$='/done/']").click()
    page.locator("textarea[name=words]").fill(words.done)
    desk.send()
    publish_answer(case.pk, cast)
    desk.as_("ada")
    desk.go(room)
    expect(page.locator("section[aria-labelledby=times]")).to_contain_text("Emil")
    desk.look("room")
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": 360, "height": 800})
        picture(page, f"cases-{language}-room-phone-{scheme}")
        assert barriers(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})

    # Closed, looked back at, an action done, a change of the plan proposed.
    desk.as_("boris")
    desk.go(f"{room}close/")
    desk.send()
    review = AfterActionReview.objects.get()
    desk.as_("ada")
    desk.go(f"/respond/cases/reviews/{review.pk}/")
    for name, said in (("helped", words.helped), ("hindered", words.hindered), ("plan_change", words.change)):
        page.locator(f"textarea[name={name}]").fill(said)
    page.locator("textarea[name=action]").fill(words.action)
    page.locator("select[name=post]").select_option(str(min(cast.chen.posts)))
    page.locator("input[name=due_at]").fill(moment(now + timedelta(days=20)))
    desk.look("review-due")
    desk.send()
    desk.as_("chen")
    desk.go(f"/respond/cases/reviews/{review.pk}/")
    page.locator("form[action*='/actions/'] input[name=words]").fill(words.done)
    page.locator("form[action*='/actions/'] button").click()
    desk.as_("boris")
    desk.go(f"/respond/cases/reviews/{review.pk}/")
    desk.look("review-held")
    page.locator("form[action$='/close/'] button").click()
    review.refresh_from_db()
    assert review.state == "closed"
    assert [(told.text, told.case) for told in proposed] == [(words.change, case.pk)]
