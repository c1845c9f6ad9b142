"""The journey of a duty: filed late it counts for its own quarter; when its holder changes, both names are seen."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from answerable.governance.duties.actions import laying
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.rules.periods import quarter_of
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.office.people import actions as people
from answerable.office.people.actions.holdings import HoldingDraft
from answerable.office.people.queries import day_of
from answerable.office.people.rules import HoldingKind
from tests.answerable.governance.duties.makers import Town, make_version
from tests.answerable.office.people.makers import make_account, make_person
from tests.journeys.seeing import barriers, picture, sign_in

WORDS = {
    "en": {
        "late": "File it late",
        "link": "Add a link or a file",
        "counts": "as late",
        "accept": "Accept",
        "done_late": "done late",
        "missed": "missed",
        "from": "Until now with",
    },
    "zh-Hans": {
        "late": "逾期报送",
        "link": "添加链接或文件",
        "counts": "标为逾期",
        "accept": "接收",
        "done_late": "逾期办结",
        "missed": "未履行",
        "from": "此前承办人",
    },
}


@pytest.fixture
def town(transactional_db) -> Town:
    """A body whose plan has been in force since the last quarter began; nobody has filed anything."""
    now = clock.now()
    first, _last = over_quarter()
    began = now - timedelta(days=(day_of(now) - first).days - 5)
    town = Town()
    town.bind(make_version(at=began, effective=day_of(began)))
    laying.lay_out(by=MACHINE, at=began)
    at = began
    while at < now:
        round_at(at)
        at += timedelta(days=6)
    for name, person in (("ada", town.ada), ("chen", town.chen)):
        make_account(name, person)
    return town


def over_quarter() -> tuple[date, date]:
    """The first and the last day of the quarter that is over."""
    return quarter_of(quarter_of(day_of(clock.now()))[0] - timedelta(days=1))


def last_quarter(town: Town, unit: int) -> Occurrence:
    """The filing of the quarter that is over."""
    begin, _end = over_quarter()
    return Occurrence.objects.get(duty="d-quarter", unit=town.units[unit], period_begin=begin)


def open_as(visit: Page, live_server, name: str, path: str) -> None:
    """Sign in as one of the cast, in a fresh session, and open a page."""
    visit.context.clear_cookies()
    visit.goto(f"{live_server.url}/accounts/login/?next={path}")
    sign_in(visit, name)


def test_a_report_filed_late_is_counted_late_for_its_own_quarter(visit, live_server, town, language):
    words, run = WORDS[language], last_quarter(town, 0)
    open_as(visit, live_server, "chen", "/govern/duties/")
    picture(visit, f"duties-mine-{language}")
    assert barriers(visit) == []
    visit.locator(f"a[href='/govern/duties/{run.pk}/']").first.click()
    expect(visit.locator("main")).to_contain_text(words["missed"])

    visit.get_by_role("link", name=words["link"]).click()
    visit.locator("input[name=link]").fill("https://bureau.example/quarter-report")
    visit.locator("input[name=effective_on]").fill(run.period_end.isoformat())
    visit.locator("main form button.btn-primary").click()
    visit.get_by_role("button", name=words["late"]).click()
    expect(visit.locator("main")).to_contain_text(words["counts"])
    picture(visit, f"duties-filed-late-{language}")

    open_as(visit, live_server, "ada", f"/govern/duties/{run.pk}/")
    visit.get_by_role("button", name=words["accept"], exact=True).click()
    expect(visit.locator("main")).to_contain_text(words["done_late"])
    run.refresh_from_db()
    assert (run.on_time, run.state) == (False, "accepted")

    visit.goto(f"{live_server.url}/govern/duties/matrix/?from={run.period_begin:%Y-%m-%d}")
    cell = visit.locator(f"a.du-cell[href*='clause=c01&unit={run.unit_id}&']")
    expect(cell).to_have_attribute("title", re.compile(words["done_late"]))
    picture(visit, f"duties-matrix-{language}")
    assert barriers(visit) == []
    cell.click()
    expect(visit.locator("main")).to_contain_text("各科室每季度末报送情况")
    visit.goto(f"{live_server.url}/govern/duties/year/?scope=all&year={run.period_begin.year}")
    picture(visit, f"duties-year-{language}")
    assert barriers(visit) == []
    visit.goto(f"{live_server.url}/govern/duties/calendar/?scope=all")
    picture(visit, f"duties-calendar-{language}")
    assert barriers(visit) == []
    visit.goto(f"{live_server.url}/govern/duties/coverage/")
    picture(visit, f"duties-coverage-{language}")
    assert barriers(visit) == []


def test_a_holding_that_changes_in_mid_run_shows_both_names(visit, live_server, town, language):
    words, run = WORDS[language], last_quarter(town, 0)
    now = clock.now()
    today: date = day_of(now)
    who = {"by": MACHINE, "at": now}
    people.end_holding(town.chens_holding.pk, ends_on=today - timedelta(days=1), **who)
    dana = make_person(name="Dana")
    make_account("dana", dana)
    people.hold_post(HoldingDraft(town.contacts[0].pk, dana.pk, HoldingKind.MAIN, today), **who)
    round_at(now)

    open_as(visit, live_server, "dana", f"/govern/duties/{run.pk}/")
    main = visit.locator("main")
    expect(main).to_contain_text("Chen")
    expect(main).to_contain_text("Dana")
    picture(visit, f"duties-both-names-{language}")
    assert barriers(visit) == []
    visit.goto(f"{live_server.url}/notices/")
    expect(visit.locator("main")).to_contain_text(words["from"])
    visit.goto(f"{live_server.url}/govern/duties/handover/")
    expect(visit.locator("main")).to_contain_text("Chen")
    picture(visit, f"duties-handover-{language}")
    assert barriers(visit) == []
