"""A letter from the public form to its answer, the asker's judgement and the end of its contact, in both languages."""

from datetime import timedelta

import pytest
from django.db import connection
from playwright.sync_api import Page, expect

from answerable.kernel import clock
from answerable.office.people.models import Account
from answerable.office.review import queries as reviews
from answerable.response.letters import actions
from answerable.response.letters.models import Contact, Letter, Reply
from tests.answerable.response.letters.makers import Office, make_office, read_all
from tests.journeys.seeing import findings, picture, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = {
    "en": {
        "title": "No water in Mill Lane",
        "text": "There has been no water in Mill Lane since six this morning. When does it come back?",
        "name": "Zhang Wei",
        "question": "Which house is it, and is the water gone in the whole house?",
        "explanation": "House number 4, all of it. Zhang Wei",
        "answer": "The main under Mill Lane is repaired. Water has been back since eight. Let it run for a minute.",
        "signature": "Water Bureau, Emil, spokesperson",
    },
    "zh-Hans": {
        "title": "磨坊巷停水",
        "text": "磨坊巷从今天早上六点起停水，什么时候恢复供水？",
        "name": "张伟明",
        "question": "请问是哪一栋？整栋都没有水吗？",
        "explanation": "4号楼，整栋都没有水。张伟明",
        "answer": "磨坊巷下的主管已修复，八点起恢复供水，请先放水一分钟再使用。",
        "signature": "水务局 新闻发言人 Emil",
    },
}
EMAIL, PHONE = "zhang.wei@mill.example", "13912345678"


def stands_narrow(page: Page, name: str) -> None:
    """Look at a page at the width of an old telephone: nothing is cut off or hidden to the side."""
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    picture(page, f"{name}-320")
    page.set_viewport_size({"width": 1280, "height": 900})


def write_a_letter(page: Page, home: str, tongue: str, words: dict[str, str]) -> str:
    """Write as anybody would; gives the address of the asker's own page."""
    page.goto(f"{home}/letters/{tongue}/")
    picture(page, f"letters-{tongue}-1-form")
    assert findings(page) == []
    stands_narrow(page, f"letters-{tongue}-1-form")
    page.locator("#id_title").fill(words["title"])
    page.locator("#id_email").fill("no address")
    page.locator("main button[type=submit]").click()
    # Something is missing: it is said, and nothing typed is lost.
    expect(page.locator("[role=alert]")).to_be_visible()
    assert page.locator("#id_title").input_value() == words["title"]
    assert findings(page) == []
    page.locator("#id_text").fill(f"{words['text']} {PHONE}")
    page.locator("#id_email").fill(EMAIL)
    page.locator("#id_name").fill(words["name"])
    page.locator("main button[type=submit]").click()
    expect(page.locator("#code")).to_be_visible()
    picture(page, f"letters-{tongue}-2-sent")
    assert findings(page) == []
    assert page.context.cookies() == []
    return home + (page.locator(".note a").get_attribute("href") or "")


def as_one_of_the_office(page: Page, home: str, name: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{home}/accounts/login/")
    sign_in(page, name)


def press(page: Page, move: str, **said: str) -> None:
    """Unfold a button of a letter's page, fill in what it asks and press it."""
    form = page.locator(f"form[action$='/{move}/']")
    page.locator("details", has=form).locator("summary").click()
    for name, value in said.items():
        field = form.locator(f"[name={name}]")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
    form.locator("button").click()
    expect(page.locator(".an-message-success")).to_be_visible()


def follow(page: Page, own: str) -> None:
    page.context.clear_cookies()
    page.goto(own)


def passed_by_its_readers(office: Office) -> None:
    """Let three people read the text that was handed in: their pages have a journey of their own."""
    review = reviews.review_of(f"reply:{Reply.objects.get().pk}")
    assert review is not None
    read_all(office, review.id, at=clock.now())


@pytest.mark.slow
def test_from_a_letter_to_its_answer_and_the_end_of_its_contact(visit, live_server, watchful, language):
    page, home, words = visit, live_server.url, WORDS[language]
    tongue = "zh" if language.startswith("zh") else "en"
    office = make_office()
    assert Account.objects.count() == 5

    # Somebody writes, without an account.
    page.context.clear_cookies()
    own = write_a_letter(page, home, tongue, words)
    letter = Letter.objects.get()

    # The office sees the matter and not who wrote it, and asks a question.
    as_one_of_the_office(page, home, "ada")
    page.goto(f"{home}/respond/letters/")
    picture(page, f"letters-{tongue}-3-list")
    assert findings(page) == []
    page.locator("tbody tr a", has_text=words["title"]).click()
    expect(page.locator("main")).not_to_contain_text(PHONE)
    expect(page.locator("main")).not_to_contain_text(EMAIL)
    picture(page, f"letters-{tongue}-4-letter")
    assert findings(page) == []
    press(page, "ask", words=words["question"])

    # The asker explains on their own page.
    follow(page, own)
    expect(page.locator("main")).to_contain_text(words["question"])
    picture(page, f"letters-{tongue}-5-question")
    assert findings(page) == []
    page.locator("#clarify-words").fill(words["explanation"])
    page.locator("form[action$='/clarify/'] button").click()
    expect(page.locator("main")).not_to_contain_text(words["question"] + words["name"])

    # The office gives it to the unit that knows; the name in the explanation is masked.
    as_one_of_the_office(page, home, "ada")
    page.goto(f"{home}/respond/letters/{letter.pk}/")
    expect(page.locator("main")).not_to_contain_text(words["name"])
    press(page, "forward", unit="　Supply Division")

    # The unit's contact writes the answer; three people read it; it is sent.
    as_one_of_the_office(page, home, "chen")
    page.goto(f"{home}/respond/letters/{letter.pk}/")
    page.locator(".an-actions a.btn-primary").click()
    page.locator("#id_text").fill(words["answer"])
    page.locator("#id_signature").fill(words["signature"])
    picture(page, f"letters-{tongue}-6-reply")
    assert findings(page) == []
    page.locator("main form button.btn-primary").first.click()
    page.locator("form[action$='/hand-in/'] button").click()
    expect(page.locator("form[action$='/send/']")).to_have_count(0)
    passed_by_its_readers(office)
    page.reload()
    picture(page, f"letters-{tongue}-7-passed")
    page.locator("form[action$='/send/'] button").click()
    expect(page.locator(".an-message-success")).to_be_visible()

    # The asker reads it and says that it answers the letter.
    follow(page, own)
    expect(page.locator("main")).to_contain_text(words["signature"])
    picture(page, f"letters-{tongue}-8-answered")
    assert findings(page) == []
    stands_narrow(page, f"letters-{tongue}-8-answered")
    page.locator("input[value=answered]").check()
    page.locator("form[action$='/judge/'] button").click()
    expect(page.locator("form[action$='/judge/'] [role=status]")).to_be_visible()
    assert Letter.objects.get().judgement == "answered"

    # Weeks later the letter is closed and its contact deleted: its page opens no more.
    later = clock.now() + timedelta(days=16)
    assert actions.close_due(at=later) == 1
    assert actions.forget_due(at=later + timedelta(days=31)) == 1
    assert not Contact.objects.exists()
    follow(page, own)
    picture(page, f"letters-{tongue}-9-gone")
    assert findings(page) == []
    # What was left out on purpose, and the page that is gone, were refusals that this journey wanted.
    watchful.expect("status of 422")
    watchful.expect("status of 404")
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM letters_step")
        said = "\n".join(row[0] for row in cursor.fetchall())
    assert words["name"] not in said
