"""The journey of training: from the plan's hours to the record that closes the duty; a media exercise by the clock."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from answerable.governance.duties.actions import laying
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Evidence, Occurrence
from answerable.governance.plan.models import Bound
from answerable.governance.training.models import Certificate, Course, Exercise, Session
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.office.people.queries import day_of
from answerable.office.people.rules import PostKind
from tests.answerable.governance.duties.makers import Town, make_version
from tests.answerable.office.people.makers import make_account, make_holding, make_person, make_post
from tests.journeys.seeing import barriers, findings, picture, sideways, sign_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
DUTIES = {
    "d-train": "{zh: 发言人培训, en: Training of the spokesperson, owner: P-LEAD,"
    ' rrule: "FREQ=MONTHLY;BYMONTHDAY=1", due: {at: month_end, roll: prev}, to: P-COMM,'
    " measure: {sum: hours, min: 8}, evidence: [training_record], ladder: std}",
    "d-quarter": "{zh: 报送, en: Filing, owner: P-LIAI,"
    ' rrule: "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=1", due: {at: month_end, roll: prev},'
    " to: P-COMM, evidence: [report_docx], ladder: std}",
}
WORDS = {
    "en": {
        "name": "Speaking to the press",
        "about": "Who speaks, what is said first, and what is not said.",
        "quiz": "Who answers in public?\n* the named spokesperson\nwhoever is asked",
        "mock": "Is the water safe to drink, yes or no?",
        "answer": "Boil it until tonight; the laboratory reports at six.",
        "feedback": "Clear and short. Say who measured.",
        "asked": "the plan asks for 8",
        "missing": "8 more hours of training this year",
        "have": "Your record has 8 of 8 hours.",
        "valid": "valid",
    },
    "zh-Hans": {
        "name": "媒体应答基础",
        "about": "由谁发言，先说什么，什么不说。",
        "quiz": "由谁对外答复？\n* 指定的发言人\n被问到的人",
        "mock": "自来水到底能不能喝？",
        "answer": "今晚以前请烧开再喝，化验结果六点公布。",
        "feedback": "清楚简短。应说明由谁检测。",
        "asked": "方案要求8学时",
        "missing": "本年还需培训8学时",
        "have": "您的记录有8学时，要求8学时。",
        "valid": "有效",
    },
}


@pytest.fixture
def town() -> Town:
    """A body whose plan asks Emil, its spokesperson, for eight hours of training."""
    began = clock.now() - timedelta(days=35)
    town = Town()
    town.lead = make_post(town.body, PostKind.SPOKESPERSON, title="Spokesperson")
    town.emil, town.dana = make_person(name="Emil"), make_person(name="Dana")
    make_holding(town.lead, town.emil)
    make_holding(make_post(town.body, PostKind.INSPECTOR, title="Inspector"), town.dana)
    version = make_version(DUTIES, at=began, effective=day_of(began))
    for code, unit, post in (("P-COMM", town.body, town.comm), ("P-LEAD", town.body, town.lead)):
        Bound.objects.create(version=version, code=code, unit=unit, post=post)
    laying.lay_out(by=MACHINE, at=began)
    round_at(clock.now())
    for name, person in (("ada", town.ada), ("emil", town.emil), ("dana", town.dana)):
        make_account(name, person)
    return town


def as_(visit: Page, home: str, name: str, path: str) -> None:
    """Let somebody else sit down at a page."""
    visit.context.clear_cookies()
    visit.goto(f"{home}/accounts/login/?next=/govern/training/{path}")
    sign_in(visit, name)


def look(visit: Page, name: str) -> None:
    """Keep the picture of a page and find no fault on it."""
    picture(visit, name)
    assert findings(visit) == []


def test_from_the_plans_hours_to_the_record_that_closes_the_duty(
    visit, live_server, town, watchful, language
):
    words, home = WORDS[language], live_server.url
    as_(visit, home, "emil", "")
    expect(visit.locator("main")).to_contain_text(words["missing"])
    expect(visit.locator("main")).to_contain_text(words["asked"])
    look(visit, f"training-short-{language}")

    as_(visit, home, "ada", "courses/add/")
    visit.locator("input[name=name]").fill(words["name"])
    visit.locator("textarea[name=about]").fill(words["about"])
    visit.locator("input[name=hours]").fill("8")
    visit.locator("input[name=required_for][value=spokesperson]").check()
    visit.locator("input[name=certifies]").check()
    visit.locator("input[name=valid_months]").fill("24")
    visit.locator("textarea[name=quiz]").fill(words["quiz"])
    look(visit, f"training-course-form-{language}")
    visit.locator("main form button.btn-primary").click()
    course = Course.objects.get()
    visit.goto(f"{home}/govern/training/courses/{course.pk}/plan/")
    visit.locator("input[name=begins_at]").fill((clock.now() + timedelta(days=1)).strftime("%Y-%m-%dT09:00"))
    visit.locator("select[name=trainer]").select_option(str(town.dana.pk))
    visit.locator("main form button.btn-primary").click()
    session = Session.objects.get()
    visit.goto(f"{home}/govern/training/short/")
    look(visit, f"training-posts-{language}")

    as_(visit, home, "emil", "")
    visit.locator(f"form[action$='/sessions/{session.pk}/enter/'] button").click()
    # The day passes.
    Session.objects.update(begins_at=clock.now() - timedelta(hours=9))
    as_(visit, home, "dana", f"sessions/{session.pk}/")
    look(visit, f"training-session-{language}")
    visit.locator("form[action$='/signed/'] button").click()

    as_(visit, home, "emil", f"courses/{course.pk}/quiz/")
    visit.locator("input[name=q0][value='1']").check()
    visit.locator("main form button.btn-primary").click()
    expect(visit.locator("[role=alert]")).to_be_visible()
    look(visit, f"training-quiz-{language}")
    visit.locator("input[name=q0][value='0']").check()
    visit.locator("main form button.btn-primary").click()
    visit.goto(f"{home}/govern/training/certificates/{Certificate.objects.get().pk}/")
    expect(visit.locator(".an-state").first).to_contain_text(words["valid"])
    look(visit, f"training-certificate-{language}")

    visit.goto(f"{home}/govern/training/")
    expect(visit.locator("main")).to_contain_text(words["have"])
    look(visit, f"training-mine-{language}")
    visit.goto(f"{home}/govern/training/record/")
    look(visit, f"training-record-{language}")
    visit.goto(f"{home}/govern/training/")
    visit.locator("form[action$='/evidence/'] button").last.click()
    visit.wait_for_url("**/govern/duties/*/")
    visit.locator("form[action$='/file/'] button").first.click()
    evidence = Evidence.objects.get()
    run = Occurrence.objects.get(pk=evidence.occurrence_id)
    assert (evidence.kind, evidence.state, run.state) == ("training_record", "accepted", "accepted")
    assert len(evidence.sha256) == 64


def test_a_media_exercise_under_the_clock_on_a_telephone(visit, live_server, town, watchful, language):
    words, home = WORDS[language], live_server.url
    course = Course.objects.create(
        name=words["name"],
        unit=town.body,
        hours=2,
        mock_question=words["mock"],
        created_at=clock.now(),
        created_by="Ada",
    )
    visit.set_viewport_size({"width": 360, "height": 740})
    as_(visit, home, "emil", f"courses/{course.pk}/")
    visit.locator("form[action$='/exercise/'] button").click()
    expect(visit.locator(".tr-clock")).to_contain_text("9:")
    visit.locator("textarea[name=text]").fill(words["answer"])
    look(visit, f"training-exercise-{language}")
    assert sideways(visit) == 0
    visit.locator("textarea[name=text]").locator("xpath=ancestor::form").locator("button").click()
    expect(visit.locator("main")).to_contain_text(words["answer"])
    exercise = Exercise.objects.get()

    as_(visit, home, "ada", "exercises/")
    visit.locator(f"a[href$='/exercises/{exercise.pk}/']").click()
    visit.locator("textarea[name=words]").fill(words["feedback"])
    visit.locator("form[action$='/feedback/'] button").click()
    as_(visit, home, "emil", f"exercises/{exercise.pk}/")
    expect(visit.locator("main")).to_contain_text(words["feedback"])
    assert barriers(visit) == []
    visit.locator("form[action$='/delete/'] button").click()
    visit.goto(f"{home}/govern/training/exercises/{exercise.pk}/")
    expect(visit.locator("main")).not_to_contain_text(words["answer"])
    exercise.refresh_from_db()
    assert (exercise.text, exercise.feedback) == ("", "")
