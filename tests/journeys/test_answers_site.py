"""A reader finds the answer, sees its correction, says what is still open; the office reads that."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from answerable.office.people.models import Unit
from answerable.response.answers import actions
from answerable.response.answers.models import Answer
from answerable.response.answers.rules.states import Kind
from answerable.response.answers.rules.wording import Known
from answerable.response.answers_site.views import public
from tests.answerable.office.review.makers import Office, make_office
from tests.answerable.response.answers.makers import LATER, change, make_published, publish
from tests.journeys.seeing import PATIENCE_MS, findings, picture, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

SAID = {
    "zh-Hans": {
        "body": "云汀市供水局",
        "title": "南岸自来水有土腥味，能不能喝",
        "summary": "能喝。土腥味来自水库藻类，不影响健康；出厂水全部指标合格，处理工艺已调整。",
        "question": "南岸的自来水有土腥味，还能喝吗？",
        "text": "能喝。气味来自**水库里的藻类**，这种物质很少一点人就闻得到，对健康没有影响。"
        "\n\n气味会在两三天内逐步消失。",
        "fact": "水质中心取样18份，全部指标合格",
        "fact_now": "水质中心取样16份，全部指标合格",
        "basis": "水质监测中心报告（3月1日）",
        "unknown": "水库藻类什么时候消退，要看接下来的气温。",
        "more_at": "3月4日17时公布新的检测结果",
        "todo": "- 介意气味的，烧开后放几分钟再喝。\n- 水色发黄、浑浊的，请拨打供水热线12345。",
        "topic": "水质",
        "why": "取样数原写18份，实为16份：两份为平行样，不应重复计算。结论不变。",
        "first": "滨江路停水，正在抢修",
        "taken_back": "周三全天停水的通知",
        "reason": "停水计划已取消，通知不再有效。",
        "open": "我家住六楼，手机13800138000，水压什么时候恢复？",
        "seen": "水压什么时候恢复",
    },
    "en": {
        "body": "Yunting Water Bureau",
        "title": "The tap water in Nan'an smells of earth: is it safe",
        "summary": "Yes. The smell comes from algae in the reservoir and does no harm. Every sample met the standard.",
        "question": "The tap water in Nan'an smells of earth. Can we still drink it?",
        "text": "Yes. The smell comes from **algae in the reservoir**. People notice tiny amounts; it does no harm."
        "\n\nThe smell will fade in two or three days.",
        "fact": "The quality centre took 18 samples; all met the standard",
        "fact_now": "The quality centre took 16 samples; all met the standard",
        "basis": "Report of the Water Quality Centre, 1 March",
        "unknown": "When the algae recede depends on the weather.",
        "more_at": "4 March, 17:00: new results",
        "todo": "- If the smell disturbs you, boil the water.\n- If it is cloudy, call the hotline 12345.",
        "topic": "Water quality",
        "why": "We wrote 18 samples. There were 16: two were doubles. All met the standard.",
        "first": "No water in Riverside Road: we are repairing the main",
        "taken_back": "No water on Wednesday",
        "reason": "The works were called off, so the notice no longer holds.",
        "open": "I live on the sixth floor, phone 13800138000: when is the pressure back?",
        "seen": "when is the pressure back",
    },
}


def fields(said: dict[str, str], language: str) -> dict[str, object]:
    return {
        "kind": Kind.CLARIFICATION,
        "language": "zh" if language.startswith("zh") else "en",
        "title": said["title"],
        "summary": said["summary"],
        "question": said["question"],
        "body": said["text"],
        "known": (Known(said["fact"], said["basis"], "https://water.yunting.example/reports"),),
        "unknown": said["unknown"],
        "more_at": said["more_at"],
        "todo": said["todo"],
        "topics": (said["topic"],),
    }


def answer_the_public(said: dict[str, str], language: str) -> str:
    """Publish a corrected clarification, a first release and a notice that was taken back."""
    office = make_office()
    Unit.objects.filter(code="bureau").update(name=said["body"])
    content = fields(said, language)
    first = {**content, "kind": Kind.FIRST_RELEASE, "title": said["first"], "summary": "", "question": ""}
    make_published(office, **first)
    take_back(office, make_published(office, **{**content, "title": said["taken_back"]}), said["reason"])
    slug = make_published(office, **content)
    answer = Answer.objects.get(slug=slug).pk
    actions.correct(answer, said["why"], by=office.chen, at=LATER)
    put_right = (Known(said["fact_now"], said["basis"], "https://water.yunting.example/reports"),)
    change(office, answer, note=said["why"], **{**content, "known": put_right})
    publish(office, answer, at=LATER + timedelta(hours=3))
    return slug


def take_back(office: Office, slug: str, reason: str) -> None:
    answer = Answer.objects.get(slug=slug).pk
    actions.withdraw(answer, reason, by=office.chen, at=LATER)
    publish(office, answer, at=LATER + timedelta(hours=1))


def look(page: Page, name: str) -> None:
    """Look at a page in both colours and at a narrow window; nothing is in anybody's way."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert findings(page) == [], f"{name} {scheme} {width}"
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{name} is {wide} wide at {width}"
            picture(page, f"answers-site-{name}-{scheme}-{width}")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.fixture(autouse=True)
def _fresh() -> None:
    public.MEMORY.empty()
    public.BUCKET.began.clear()


def test_a_reader_finds_an_answer_and_says_what_is_open(page: Page, context, watchful, live_server, language):
    said, tongue = SAID[language], "zh" if language.startswith("zh") else "en"
    slug = answer_the_public(said, language)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.resource_type} {request.url}"))
    page.set_default_timeout(PATIENCE_MS)

    page.goto(f"{live_server.url}/answers/{tongue}/")
    expect(page.locator(".now a")).to_contain_text(said["first"])
    look(page, f"front-{tongue}")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_class("skip")
    page.locator("#q").focus()
    page.keyboard.type(said["title"][:5])
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    link = page.locator(f"main a[href='/answers/{slug}/']")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/answers/{slug}/")

    expect(page.locator("h1")).to_have_text(said["title"])
    expect(page.locator(".who")).to_contain_text("Emil")
    expect(page.locator(".changes del")).to_have_text("18")
    expect(page.locator(".changes ins")).to_have_text("16")
    look(page, f"answer-{tongue}")
    page.emulate_media(media="print")
    picture(page, f"answers-site-print-{tongue}")
    page.emulate_media(media="screen")

    page.locator("#open").fill(said["open"])
    page.locator(".verdict button").click()
    expect(page.locator(".verdict [role=alert]")).to_be_visible()
    expect(page.locator("#open")).to_have_value(said["open"])
    look(page, f"refused-{tongue}")
    page.locator("#no").check()
    page.locator(".verdict button").click()
    page.wait_for_url("**/thanks/")
    for path in ("", *(f"{tongue}/{part}/" for part in ("figures", "about", "changes", "archive", "topics"))):
        page.goto(f"{live_server.url}/answers/{path}")
        look(page, f"{path.strip('/').replace('/', '-') or 'begin'}")
    gone = page.goto(f"{live_server.url}/answers/{tongue}/all/")
    assert gone is not None
    page.get_by_role("link", name=said["taken_back"]).click()
    expect(page.locator(".box.late")).to_contain_text(said["reason"])
    look(page, f"withdrawn-{tongue}")
    assert context.cookies() == []
    kinds = {asked_for.split()[0] for asked_for in asked if not asked_for.endswith("/answers/mark.svg")}
    assert kinds == {"document", "stylesheet"}
    watchful.expect("status of 422")

    page.goto(f"{live_server.url}/accounts/login/?next=/respond/readers/")
    sign_in(page, "ada")
    page.goto(f"{live_server.url}/respond/readers/")
    picture(page, f"answers-site-readers-{tongue}")
    page.locator("main table a").first.click()
    expect(page.locator("main")).to_contain_text(said["seen"])
    assert "13800138000" not in page.content()
    assert findings(page) == []
    picture(page, f"answers-site-reader-{tongue}")
