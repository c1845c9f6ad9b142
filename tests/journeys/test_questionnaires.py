"""The journey of an anonymous questionnaire: from the plan's duty, by twelve people, to its closed evidence."""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from answerable.governance.duties.actions import laying
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Evidence, Occurrence
from answerable.governance.questionnaires.models import Questionnaire, SealedSheet, Slip
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.office.people.queries import day_of
from tests.answerable.governance.duties.makers import Town, make_version
from tests.answerable.office.people.makers import make_account
from tests.journeys.seeing import barriers, findings, picture, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 12
DUTY = (
    "{zh: 年度问卷调查, en: Yearly questionnaire, owner: P-COMM,"
    ' rrule: "FREQ=MONTHLY;BYMONTHDAY=1", due: {at: month_end, roll: prev}, to: leading_body,'
    " evidence: [questionnaire_result], ladder: std}"
)
WORDS = {
    "en": {
        "tongue": "en",
        "title": "How our duties work",
        "intro": "The office reads the counts and puts right what takes time.",
        "clear": "Is it clear to you what is due, and when?",
        "options": "yes\nno",
        "kind": "Where do you work?",
        "kinds": "office\nfield",
        "bank": "shipped:en:8",
        "wrong": "This code opens no questionnaire.",
        "remark": "Ask for each figure once.",
        "answered": "12 answered; 12 slips were made.",
        "waiting": "It closes by itself after its last day",
    },
    "zh-Hans": {
        "tongue": "zh",
        "title": "职责履行情况问卷",
        "intro": "办公室查看统计数字，并改进费时的环节。",
        "clear": "您是否清楚应办事项和时限？",
        "options": "清楚\n不清楚",
        "kind": "您在哪里工作？",
        "kinds": "办公室\n一线",
        "bank": "shipped:zh-hans:8",
        "wrong": "此代码不能打开问卷。",
        "remark": "同一数字只报一次。",
        "answered": "共12人作答，发放答题条12张。",
        "waiting": "截止日过后自动结束",
    },
}


@pytest.fixture
def town() -> Town:
    """A body whose plan asks its office for a questionnaire this month."""
    began = clock.now() - timedelta(days=35)
    town = Town()
    town.bind(
        make_version(
            {
                "d-survey": DUTY,
                "d-quarter": "{zh: 报送, en: Filing, owner: P-LIAI,"
                ' rrule: "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=1", due: {at: month_end, roll: prev},'
                " to: P-COMM, evidence: [report_docx], ladder: std}",
            },
            at=began,
            effective=day_of(began),
        )
    )
    laying.lay_out(by=MACHINE, at=began)
    round_at(clock.now())
    make_account("ada", town.ada)
    return town


def prepare(page: Page, words: dict[str, str]) -> None:
    """Write the questionnaire from the plan's duty: two questions by hand, one from the bank."""
    page.locator("a[href*='/govern/questionnaires/add/?run=']").first.click()
    page.locator("input[name=title]").fill(words["title"])
    page.locator("textarea[name=intro]").fill(words["intro"])
    page.locator("input[name=closes_on]").fill((day_of(clock.now()) + timedelta(days=7)).isoformat())
    page.locator("input[name=group]").fill("1")
    page.locator("input[name=q-0-words]").fill(words["kind"])
    page.locator("textarea[name=q-0-options]").fill(words["kinds"])
    page.locator("input[name=q-1-words]").fill(words["clear"])
    page.locator("textarea[name=q-1-options]").fill(words["options"])
    page.locator("select[name=from]").select_option(words["bank"])
    page.locator("button[name=more]").click()
    expect(page.locator("input[name=q-2-words]")).not_to_have_value("")
    expect(page.locator("input[name=q-1-words]")).to_have_value(words["clear"])


def answer(
    browser: Browser, home: str, code: str, number: int, words: dict[str, str], locale: str
) -> list[str]:
    """Somebody answers on a device of their own, every other one by scanning; gives the faults of the pages."""
    device = browser.new_context(
        locale=locale, viewport={"width": 360, "height": 740}, reduced_motion="reduce"
    )
    page = device.new_page()
    front = f"{home}/govern/questionnaires/answer/{words['tongue']}/"
    seen: list[str] = []
    page.on("request", lambda request: seen.append(f"{request.url} {request.headers.get('referer', '')}"))
    if number % 2:
        page.goto(f"{front}#{code.replace('-', '')}")
        expect(page.locator("#code")).to_have_value(code.replace("-", ""))
        assert "#" not in page.evaluate("location.href")
    else:
        page.goto(front)
        page.locator("#code").fill(code.lower())
    faults = barriers(page) if number < 2 else []
    page.locator("main button").click()
    page.locator(f"input[name=q0][value='{number % 2}']").check()
    page.locator(f"input[name=q1][value='{0 if number < 7 else 1}']").check()
    if number < 6:
        page.locator("textarea[name=q2]").fill(f"{words['remark']} {number}")
    if number < 2:
        faults += findings(page)
        picture(page, f"questionnaire-sheet-{locale}-{number}")
    page.locator("main button").click()
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("form").count() == 0
    assert device.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert not [line for line in seen if code.replace("-", "") in line.upper().replace("-", "")]
    device.close()
    return faults


@pytest.mark.slow
def test_from_the_plans_duty_by_twelve_people_to_closed_evidence(
    visit, browser, live_server, town, watchful, language
):
    words = WORDS[language]
    visit.goto(live_server.url + "/accounts/login/?next=/govern/questionnaires/")
    sign_in(visit, "ada")
    picture(visit, f"questionnaires-plan-{language}")
    assert findings(visit) == []
    prepare(visit, words)
    picture(visit, f"questionnaires-edit-{language}")
    assert findings(visit) == []
    visit.locator("main form button.btn-primary").last.click()
    visit.locator("form[action$='/open/'] button").click()

    questionnaire = Questionnaire.objects.get()
    page_address = visit.url
    visit.locator("input[name=count]").fill(str(PEOPLE))
    visit.locator("button[value=slips]").click()
    codes = visit.locator(".qn-code").all_inner_texts()
    assert len(codes) == PEOPLE
    picture(visit, f"questionnaires-slips-{language}")
    assert findings(visit) == []

    for number, code in enumerate(codes):
        assert answer(browser, live_server.url, code, number, words, language) == []
        if number == 6:
            visit.goto(page_address)
            expect(visit.locator("main")).to_contain_text(words["waiting"])
            assert visit.locator(".qn-plot").count() == 0
    assert (Slip.objects.count(), SealedSheet.objects.count()) == (0, PEOPLE)

    visit.goto(page_address)
    visit.locator("form[action$='/close/'] button").click()
    expect(visit.locator("main")).to_contain_text(words["answered"])
    expect(visit.locator(".qn-plot")).to_have_count(2)
    expect(visit.locator("main")).to_contain_text(words["remark"])
    picture(visit, f"questionnaires-results-{language}")
    assert findings(visit) == []
    visit.emulate_media(color_scheme="dark")
    picture(visit, f"questionnaires-results-dark-{language}")
    assert barriers(visit, only="color-contrast") == []
    visit.emulate_media(color_scheme="light")
    assert not SealedSheet.objects.exists()

    visit.locator("form[action$='/evidence/'] button").click()
    visit.wait_for_url("**/govern/duties/*/")
    visit.locator("form[action$='/file/'] button").first.click()
    run = Occurrence.objects.get(pk=questionnaire.run)
    assert run.state == "accepted"
    evidence = Evidence.objects.get(occurrence=run)
    assert (evidence.kind, evidence.state) == ("questionnaire_result", "accepted")
    assert evidence.link.endswith(f"/govern/questionnaires/{questionnaire.pk}/")
    assert len(evidence.sha256) == 64


@pytest.mark.slow
def test_a_wrong_code_typed_by_keyboard_says_what_to_do(visit, live_server, town, watchful, language):
    words = WORDS[language]
    visit.goto(f"{live_server.url}/govern/questionnaires/answer/{words['tongue']}/")
    for _step in range(8):
        visit.keyboard.press("Tab")
        if visit.evaluate("document.activeElement.id") == "code":
            break
    visit.keyboard.type("abcd efgh jkmn")
    visit.keyboard.press("Enter")
    expect(visit.locator("[role=alert]")).to_contain_text(words["wrong"])
    expect(visit.locator("#code")).to_have_value("abcd efgh jkmn")
    assert findings(visit) == []
    watchful.expect("422")
