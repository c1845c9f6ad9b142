"""A written plan becomes one that runs: the Word file, its findings, a second person, twelve months."""

import pytest
from playwright.sync_api import Page, expect

from answerable.governance.plan import actions, queries
from answerable.governance.plan.paper import paper_of
from answerable.governance.plan.queries.standing import packs_at_hand
from answerable.governance.plan.rules.reader import read_plan
from answerable.governance.plan.shipped import shipped_plans
from answerable.kernel import clock
from tests.answerable.governance.plan.makers import make_house
from tests.journeys.seeing import findings, picture, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

BUREAU = shipped_plans()["district-bureau"]
#: The written document says a month that the draft does not say yet, and asks for something that nobody has linked.
WRITTEN = BUREAU.replace("每年12月对本方案实施情况进行评估", "每年11月对本方案实施情况进行评估").replace(
    "text: 本方案自印发之日起施行。", "text: 办公室每年底前公布回应情况。"
)
#: The draft that Ada began: one clause of it leads nowhere yet.
BEGUN = BUREAU.replace("    gives: [post:P-DEP]\n", "")


def word_file() -> bytes:
    """The plan as the body has it, in Word."""
    document = read_plan(WRITTEN, packs_at_hand()).document
    assert document is not None
    return paper_of(document, {}, "zh-hans")


def sign_out(page: Page, home: str) -> None:
    page.context.clear_cookies()
    page.goto(home + "/accounts/login/")


def press(page: Page, selector: str) -> None:
    page.locator(selector).first.click()


@pytest.mark.slow
def test_from_a_word_file_to_twelve_months(visit, live_server, watchful, language):
    page, home = visit, live_server.url
    house = make_house()
    version = actions.start_draft(BEGUN, by=house.actor("ada", clock.now()), at=clock.now())
    inside = f"{home}/govern/plan/versions/{version}/"

    # Nothing is in force yet, and the page says where to begin.
    sign_in(page, "ada")
    page.goto(home + "/govern/plan/")
    picture(page, f"plan-{language}-1-empty")
    assert findings(page) == []

    # The Word file is laid beside the draft: one clause went stale, one sentence is new.
    page.goto(inside + "clauses/")
    page.locator("main details summary").first.click()
    page.locator("input[type=file]").set_input_files(
        {"name": "plan.docx", "mimeType": "application/octet-stream", "buffer": word_file()}
    )
    press(page, "form[action$='/paper/'] button")
    page.wait_for_url("**/findings/")
    picture(page, f"plan-{language}-2-findings")
    assert findings(page) == []
    press(page, "form[action$='/c45/words/'] button")
    press(page, "form[action$='/c46/drop/'] button")

    # The new sentence was added; it and the open one are linked, by keyboard alone.
    page.goto(inside + "clauses/c05/")
    picture(page, f"plan-{language}-3-clause")
    assert findings(page) == []
    box = page.locator("input[value='post:P-DEP']")
    box.focus()
    page.keyboard.press("Space")
    page.locator("input[name=none]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/clauses/")
    page.goto(inside + "clauses/c48/")
    page.locator("input[value='duty:d-year']").check()
    press(page, "main form button.btn-primary")
    page.goto(inside + "clauses/")
    picture(page, f"plan-{language}-4-clauses")
    assert findings(page) == []
    for place in ("findings/", "posts/", "head/", "file/"):
        page.goto(inside + place)
        picture(page, f"plan-{language}-5-{place.strip('/')}")
        assert findings(page) == []

    # Nothing is wrong any more. Ada hands in; she may not approve what she wrote.
    page.goto(inside)
    press(page, "form[action$='/propose/'] button")
    expect(page.locator("form[action$='/approve/']")).to_have_count(0)
    picture(page, f"plan-{language}-6-handed-in")

    # Boris looks at the twelve months and approves.
    sign_out(page, home)
    sign_in(page, "boris")
    page.goto(inside + "ahead/")
    expect(page.locator("main svg").first).to_be_visible()
    picture(page, f"plan-{language}-7-twelve-months")
    assert findings(page) == []
    assert page.locator("table tbody tr").count() > 20
    page.goto(inside)
    press(page, "form[action$='/approve/'] button")
    press(page, "form[action$='/put-in-force/'] button")
    page.wait_for_url("**/govern/plan/")
    expect(page.locator("#c45")).to_contain_text("每年11月")
    picture(page, f"plan-{language}-8-in-force")
    assert findings(page) == []
    standing = queries.in_force(at=clock.now())
    assert standing is not None
    assert standing.version_id == version

    # A telephone shows the same, in the dark too.
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(color_scheme="dark")
    page.goto(home + "/govern/plan/")
    picture(page, f"plan-{language}-9-narrow-dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
