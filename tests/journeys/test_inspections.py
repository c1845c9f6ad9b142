"""The journey of an inspection: a draw that anyone recomputes, a sheet filled in on a phone whose connection is lost
and comes back, a finding put right and looked at again, and the result as evidence of the duty of the plan."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from answerable.governance.duties.actions import laying
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Evidence
from answerable.governance.inspections.models import Draw, Finding, Observation, Round, Visit
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.office.people.queries import day_of
from answerable.office.people.rules import PostKind
from tests.answerable.governance.duties.makers import DUTIES, Town, make_version
from tests.answerable.office.people.makers import make_account, make_holding, make_person, make_post
from tests.journeys.seeing import barriers, picture, sign_in

SPOT = (
    '{zh: 月度随机抽查, en: Monthly random check, owner: P-COMM, rrule: "FREQ=MONTHLY;BYMONTHDAY=1",'
    " due: {at: month_end, roll: prev}, to: superior_body, draw: {from: units, ratio: 0.25, inspectors: 2},"
    " evidence: [scoresheet], ladder: std}"
)
WORDS = {
    "en": {
        "plan": "Plan it",
        "fix": "Fix the list",
        "make": "Make one for me",
        "seal": "Fix this hash",
        "tell": "Tell it",
        "draw": "Draw",
        "fail": "not in order",
        "ok": "in order",
        "waits": "Waiting for a connection",
        "all": "Everything is saved",
        "sheet": "Hand the sheet in",
        "hand": "Hand it in",
        "put": "Put it to the unit",
        "report": "Report it",
        "evidence": "Hand in as evidence",
        "agrees": "Everything agrees",
        "wrong": "This does not agree",
        "closed": "closed",
    },
    "zh-Hans": {
        "plan": "安排",
        "fix": "固定名单",
        "make": "替我生成",
        "seal": "登记此哈希值",
        "tell": "公布",
        "draw": "开始抽取",
        "fail": "不符合",
        "ok": "符合",
        "waits": "等待网络",
        "all": "已全部保存",
        "sheet": "提交检查表",
        "hand": "提交",
        "put": "告知单位",
        "report": "报出",
        "evidence": "提交为佐证",
        "agrees": "全部一致",
        "wrong": "以下内容不一致",
        "closed": "已销号",
    },
}


@pytest.fixture
def town(transactional_db) -> Town:
    """A body of four departments whose plan asks for a random check each month; each has an inspector."""
    now = clock.now()
    began = now - timedelta(days=3)
    town = Town(departments=4)
    town.bind(make_version({**DUTIES, "d-spot": SPOT}, at=began, effective=day_of(began)))
    laying.lay_out(by=MACHINE, at=began)
    round_at(now)
    make_account("ada", town.ada)
    make_account("boris", town.boris)
    for number, (unit, post) in enumerate(zip(town.units, town.contacts, strict=True), 1):
        inspector = make_person(name=f"Inspector {number}")
        make_holding(make_post(unit, PostKind.INSPECTOR, title="Inspector"), inspector)
        make_account(f"inspector{number}", inspector)
        make_account(f"contact{number}", post.holdings.get().person)
    return town


def open_as(visit: Page, live_server, name: str, path: str) -> None:
    """Sign in as one of the cast, in a fresh session, and open a page."""
    visit.context.clear_cookies()
    visit.goto(f"{live_server.url}/accounts/login/?next={path}")
    sign_in(visit, name)


def seal(visit: Page, live_server, name: str, draw: int, words: dict[str, str]) -> str:
    """Let an officer make a seed in the browser and fix its hash; gives the seed that the officer wrote down."""
    open_as(visit, live_server, name, f"/govern/inspections/draws/{draw}/seal/")
    visit.get_by_role("button", name=words["make"]).click()
    seed = visit.locator("#in-seed").input_value()
    picture(visit, f"inspections-seal-{name}")
    assert barriers(visit) == []
    visit.get_by_role("button", name=words["seal"]).click()
    visit.wait_for_url("**/govern/inspections/*/")
    return seed


def drawn(visit: Page, live_server, words: dict[str, str], language: str) -> Round:
    """Plan a round for the duty, fix its list, seal and tell the seed, and let the lot fall, all by its pages."""
    open_as(visit, live_server, "ada", "/govern/inspections/add/?duty=d-spot")
    visit.locator("input[name=title]").fill("三月抽查" if language == "zh-Hans" else "March check")
    visit.locator("input[name=ends_on]").fill((day_of(clock.now()) + timedelta(days=20)).isoformat())
    picture(visit, f"inspections-add-{language}")
    assert barriers(visit) == []
    visit.get_by_role("button", name=words["plan"], exact=True).click()
    visit.get_by_role("button", name=words["fix"]).click()
    row, lot = Round.objects.get(), Draw.objects.get()
    here = f"/govern/inspections/{row.pk}/"
    seeds = {name: seal(visit, live_server, name, lot.pk, words) for name in ("ada", "boris")}
    for name, source in (("ada", "officer-1"), ("boris", "officer-2")):
        open_as(visit, live_server, name, f"/govern/inspections/draws/{lot.pk}/tell/{source}/")
        visit.locator("input[name=value]").fill(seeds[name])
        visit.get_by_role("button", name=words["tell"], exact=True).click()
    open_as(visit, live_server, "ada", f"/govern/inspections/draws/{lot.pk}/tell/ritual/")
    visit.locator("input[name=value]").fill("3 1 6 6 2")
    visit.get_by_role("button", name=words["tell"], exact=True).click()
    picture(visit, f"inspections-told-{language}")
    visit.get_by_role("button", name=words["draw"], exact=True).click()
    visit.wait_for_url(f"**{here}")
    picture(visit, f"inspections-drawn-{language}")
    assert barriers(visit) == []
    return row


def test_a_sheet_is_filled_in_on_a_phone_whose_connection_is_lost_and_comes_back(
    visit, live_server, town, language, watchful
):
    words = WORDS[language]
    row = drawn(visit, live_server, words, language)
    one = Visit.objects.get(round=row)
    account = one.inspectors.first().person.account.username
    visit.set_viewport_size({"width": 360, "height": 740})
    open_as(visit, live_server, account, f"/govern/inspections/visits/{one.pk}/")
    picture(visit, f"inspections-phone-{language}")
    assert barriers(visit) == []
    assert visit.evaluate("document.documentElement.scrollWidth") <= 360

    keys = [question["key"] for question in one.round.questions]
    answer(visit, keys[0], words["ok"])
    expect(visit.locator("[data-in-status]")).to_contain_text(words["all"])
    visit.context.set_offline(True)
    for key in keys[1:4]:
        answer(visit, key, words["ok"])
    answer(visit, "asked", words["fail"])
    visit.locator("#n-asked").fill("两条留言未答复" if language == "zh-Hans" else "Two questions are open")
    expect(visit.locator("[data-in-status]")).to_contain_text(words["waits"])
    expect(visit.locator("[data-in-finish]")).to_have_attribute("aria-disabled", "true")
    picture(visit, f"inspections-phone-offline-{language}")
    assert barriers(visit) == []
    assert Observation.objects.filter(visit=one).count() == 1
    visit.context.set_offline(False)
    expect(visit.locator("[data-in-status]")).to_contain_text(words["all"])
    assert Observation.objects.filter(visit=one).count() == 5
    # What is typed just before the page is left is there again, and is sent, when the page comes back.
    visit.context.set_offline(True)
    for key in [key for key in keys[4:] if key != "asked"]:
        answer(visit, key, words["ok"])
    visit.wait_for_timeout(300)
    visit.context.set_offline(False)
    visit.reload()
    expect(visit.locator("[data-in-finish]")).to_have_attribute("aria-disabled", "false")
    assert Observation.objects.filter(visit=one).count() == len(keys)
    assert Observation.objects.get(visit=one, question="asked").verdict == "fail"
    watchful.expect("ERR_INTERNET_DISCONNECTED")
    # A part of the page that was being fetched when the page was left says so.
    watchful.expect("htmx:afterRequest")

    visit.get_by_role("link", name=words["sheet"]).click()
    visit.get_by_role("button", name=words["hand"], exact=True).click()
    visit.wait_for_url("**/visits/*/")
    picture(visit, f"inspections-phone-done-{language}")
    assert Finding.objects.get(visit=one).question == "asked"


def answer(visit: Page, key: str, word: str) -> None:
    """Tick one answer with a thumb."""
    form = visit.locator(f"[data-in-question='{key}']")
    form.locator("label.in-tick").filter(has_text=word).first.click() if word not in (
        "符合",
        "in order",
    ) else (form.locator("label.in-tick").first.click())


def test_from_the_clause_to_the_closed_finding_and_the_evidence(visit, live_server, town, language):
    words = WORDS[language]
    row = drawn(visit, live_server, words, language)
    one = Visit.objects.get(round=row)
    inspector = one.inspectors.first().person.account.username
    number = [unit.pk for unit in town.units].index(one.unit_id) + 1
    open_as(visit, live_server, inspector, f"/govern/inspections/visits/{one.pk}/")
    for question in one.round.questions:
        if question["key"] == "asked":
            answer(visit, "asked", words["fail"])
            visit.locator("#n-asked").fill("Two questions are open")
        else:
            answer(visit, question["key"], words["ok"])
    expect(visit.locator("[data-in-finish]")).to_have_attribute("aria-disabled", "false")
    visit.get_by_role("link", name=words["sheet"]).click()
    visit.get_by_role("button", name=words["hand"], exact=True).click()
    visit.wait_for_url("**/visits/*/")
    finding = Finding.objects.get(visit=one)
    here = f"/govern/inspections/findings/{finding.pk}/"
    visit.goto(live_server.url + here)
    visit.get_by_role("button", name=words["put"]).click()
    visit.wait_for_url(f"**{here}")

    step = Steps(visit, live_server, here)
    step.do(f"contact{number}", "reply", words="We are two people short.")
    step.do("ada", "confirm", reason="It was so, and they are on it.")
    until = (day_of(clock.now()) + timedelta(days=2)).isoformat()
    step.do(f"contact{number}", "plan", measure="Answer both.", until=until)
    picture(visit, f"inspections-finding-{language}")
    assert barriers(visit) == []
    step.do(f"contact{number}", "correct", note="Both answered.", proof="https://bureau.example/letters")
    found = set(one.inspectors.values_list("person__account__username", flat=True))
    other = next(f"inspector{n}" for n in range(1, 5) if n != number and f"inspector{n}" not in found)
    step.do(other, "close", words="Both are answered.")
    expect(visit.locator("main")).to_contain_text(words["closed"])
    picture(visit, f"inspections-finding-closed-{language}")

    open_as(visit, live_server, "ada", f"/govern/inspections/{row.pk}/report/")
    visit.locator("textarea[name=words]").fill("One matter, put right in two days.")
    visit.get_by_role("button", name=words["report"], exact=True).click()
    picture(visit, f"inspections-reported-{language}")
    assert barriers(visit) == []
    visit.get_by_role("button", name=words["evidence"]).first.click()
    visit.wait_for_url("**/govern/duties/*/")
    proof = Evidence.objects.get()
    assert (proof.kind, proof.occurrence.duty, len(proof.sha256)) == ("scoresheet", "d-spot", 64)
    expect(visit.locator("main")).to_contain_text(row.title)


class Steps:
    """What people do with a finding, one after the other."""

    def __init__(self, visit: Page, live_server, here: str) -> None:
        self.visit = visit
        self.live_server = live_server
        self.here = here

    def do(self, who: str, made: str, **fields: str) -> None:
        """Sign in as somebody, fill a form in, and send it."""
        open_as(self.visit, self.live_server, who, self.here)
        self.visit.locator(f"a[href='{self.here}{made}/']").click()
        for name, value in fields.items():
            self.visit.locator(f"main [name={name}]").fill(value)
        self.visit.locator("main form button.btn-primary").click()
        self.visit.wait_for_url(f"**{self.here}")


def test_anyone_recomputes_a_cancelled_draw_in_their_own_browser_and_a_lie_is_seen(
    visit, live_server, town, language, tmp_path: Path
):
    words = WORDS[language]
    row = drawn(visit, live_server, words, language)
    lot = Draw.objects.get(round=row)
    visit.goto(f"{live_server.url}/govern/inspections/draws/{lot.pk}/cancel/")
    visit.locator("textarea[name=reason]").fill("A department was missing.")
    visit.locator("main form button.btn-primary").click()
    visit.wait_for_url("**/govern/inspections/*/")
    visit.context.clear_cookies()
    visit.goto(f"{live_server.url}/govern/inspections/draws/")
    expect(visit.locator("main")).to_contain_text("A department was missing.")
    picture(visit, f"inspections-draws-{language}")
    assert barriers(visit) == []
    with visit.expect_download() as loaded:
        visit.locator(f"a[href='/govern/inspections/draws/{lot.pk}/bundle.json']").click()
    file = tmp_path / "draw.json"
    loaded.value.save_as(file)
    visit.goto(f"{live_server.url}/govern/inspections/draws/verify/")
    visit.locator("#in-bundle").set_input_files(file)
    expect(visit.locator("#in-verdict")).to_contain_text(words["agrees"])
    picture(visit, f"inspections-verified-{language}")
    assert barriers(visit) == []
    told = json.loads(file.read_text(encoding="utf-8"))
    told["result"]["drawn"]["units"] = ["unit:0"]
    file.write_text(json.dumps(told), encoding="utf-8")
    with visit.expect_file_chooser() as chosen:
        visit.locator("#in-bundle").click()
    chosen.value.set_files(file)
    expect(visit.locator("#in-verdict")).to_contain_text(words["wrong"])
