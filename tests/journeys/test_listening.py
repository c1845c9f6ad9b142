"""The main job, from an empty database to a warning in the duty officer's hand, in both languages."""

import re
from datetime import datetime, timedelta

import pytest
from django.db.models import F
from playwright.sync_api import Page, expect

from answerable.kernel import clock
from answerable.listening.sources.models import Gap, Source
from answerable.office.people.rules import PostKind
from tests.answerable.office.notices.receiver import Receiver
from tests.answerable.office.people.makers import make_member, make_unit
from tests.journeys.seeing import PATIENCE_S, findings, picture, reload_until, sign_in
from tests.journeys.sites import Paper, papers
from tests.journeys.town import TOWNS, Town

pytestmark = pytest.mark.django_db(transaction=True)

ODDS = {"en": "by chance", "zh-Hans": "纯属偶然的可能"}


def print_the_days_before(town: Town, opened: tuple[Paper, ...], now: datetime) -> None:
    for place, (paper, title) in enumerate(zip(opened, town.quiet, strict=True)):
        paper.carry(title, title, now - timedelta(days=5, hours=place))
    for place, (title, text) in enumerate(town.told):
        opened[place].carry(title, text, now - timedelta(hours=9 - place))


def let_days_pass() -> None:
    """Put what was added five days back: early warning waits until it knows how an ordinary hour looks."""
    days = timedelta(days=5)
    Source.objects.update(created_at=F("created_at") - days)
    Gap.objects.update(began_at=F("began_at") - days, ended_at=F("ended_at") - days)


def add_sources(page: Page, opened: tuple[Paper, ...], unit: str) -> None:
    page.locator("main a[href='/listen/sources/add/']").first.click()
    page.locator("textarea[name=addresses]").fill("\n".join(paper.address for paper in opened))
    page.locator("main form button.btn-primary").first.click()
    page.locator("input[name=chosen]").nth(len(opened) - 1).wait_for(timeout=PATIENCE_S * 1000)
    page.locator("select[name=owner_unit]").select_option(label=unit)
    for box in page.locator("input[name=chosen]").all():
        box.check()
    page.locator("main form button.btn-primary").first.click()


def any_of(pieces: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Match whichever headline the story bears: any paper may be read first."""
    return re.compile("|".join(re.escape(headline) for headline, _ in pieces))


def open_story(page: Page, words: re.Pattern[str]) -> None:
    page.goto(page.url.split("/listen/")[0] + "/listen/stories/?tab=all&days=")
    page.locator("tbody tr a", has_text=words).first.click()
    page.wait_for_url("**/listen/stories/*/")


def counts_of(page: Page) -> list[str]:
    return page.locator(".an-figure b").all_text_contents()


def links_told(desk: Receiver) -> str:
    """Give where the notices that reached the desk lead; other news may come before the signal's."""
    told = [desk.payload(call)["notices"] for call in range(len(desk.calls))]
    return " ".join(notice["link"] for notices in told for notice in notices)


def see_why(page: Page) -> None:
    """Unfold the copies, and set the item that was rewritten beside the one it is like."""
    page.locator("section[aria-labelledby=items] details summary").click()
    expect(page.locator("section[aria-labelledby=items] details li a").first).to_be_visible()
    compare = page.locator("section[aria-labelledby=items] a[hx-target]:not(details a)")
    compare.click()
    expect(page.locator(compare.get_attribute("hx-target"))).not_to_be_empty()


def poll_all(page: Page, home: str) -> None:
    page.goto(home + "/listen/sources/")
    for address in page.locator("tbody tr").evaluate_all("rows => rows.map(row => row.dataset.anOpen)"):
        page.goto(home + address)
        page.locator("form[action$='poll-now/'] button").click()


def tell_where_notices_go(page: Page, home: str, address: str) -> None:
    page.goto(home + "/notices/settings/")
    page.locator("form[action*=addresses] input[name=name]").fill("duty desk")
    page.locator("select[name=sort]").select_option("webhook")
    page.locator("input[name=address]").fill(address)
    page.locator("form[action*=addresses] button.btn-primary").click()
    expect(page.locator("main td", has_text="duty desk").first).to_be_visible()


def watch(page: Page, home: str, words: str) -> None:
    page.goto(home + "/listen/watches/add/")
    page.locator("input[name=words]").fill(words)
    page.locator("main form button.btn-primary").click()
    page.wait_for_url("**/listen/watches/")
    expect(page.locator("main", has_text=words)).to_be_visible()


@pytest.mark.slow
def test_from_an_empty_house_to_a_warning_in_hand(visit, live_server, worker, watchful, language):
    page, home, town = visit, live_server.url, TOWNS[language]
    make_member("Ada", PostKind.OFFICE, make_unit(name="Press office"))
    with papers(town.papers, language) as opened, Receiver() as desk:
        print_the_days_before(town, opened, clock.now())

        # Signing in leads to a first page that says where to begin.
        sign_in(page, "ada")
        picture(page, f"listening-{language}-1-empty")
        assert findings(page) == []
        page.locator("main a.btn-primary").click()
        page.goto(home + "/listen/sources/")
        add_sources(page, opened, "Press office")
        picture(page, f"listening-{language}-2-added")
        tell_where_notices_go(page, home, desk.url)
        watch(page, home, town.words)

        # What the papers carry arrives, repeats fold, and the same matter is one story.
        title = any_of(town.told)
        page.goto(home + "/listen/stories/")
        reload_until(page, lambda: page.locator("tbody tr", has_text=title).count() == 1, "the first story")
        reload_until(
            page, lambda: page.locator("tbody tr").count() == 1 + len(town.quiet), "the quiet stories"
        )
        open_story(page, title)
        reload_until(page, lambda: counts_of(page)[:2] == ["3", "3"], "three items in one story")
        assert "1" in page.locator(".an-figure").nth(1).inner_text()
        see_why(page)
        picture(page, f"listening-{language}-3-story")
        assert findings(page) == []

        # Days later a main bursts: every paper writes about it, in its own words.
        let_days_pass()
        for paper, (headline, text) in zip(opened, town.burst, strict=True):
            paper.carry(headline, text, clock.now())
        poll_all(page, home)
        page.goto(home + "/listen/signals/")
        reload_until(page, lambda: page.locator("tbody tr").count() >= 1, "a signal")
        page.locator("tbody tr a").first.click()
        expect(page.locator("main")).to_contain_text(ODDS[language])
        picture(page, f"listening-{language}-4-signal")
        assert findings(page) == []

        # The desk's own receiver gets a signed notice.
        reload_until(page, lambda: "/listen/signals/" in links_told(desk), "a notice of the signal")
        assert {"webhook-id", "webhook-signature"} <= {name.lower() for name in desk.calls[0][0]}

        # A person takes one item out, then puts the stories together again.
        open_story(page, any_of(town.burst))
        burst_story = page.url
        boxes = page.locator("input[name=item]")
        before = boxes.count()
        boxes.last.check()
        page.locator("form[action$='split/'] button.btn-quiet").last.click()
        expect(boxes).to_have_count(before - 1)
        split_off = page.locator("section[aria-labelledby=regroupings] li a").nth(1).get_attribute("href")
        kept, other = (url.split("?")[0].rstrip("/").rsplit("/", 1)[1] for url in (burst_story, split_off))
        assert kept != other
        page.goto(f"{home}/listen/stories/merge/?story={kept}&story={other}")
        page.locator(f"input[name=keep][value='{kept}']").check()
        page.locator("form[method=post] button.btn-primary").last.click()
        page.wait_for_url(burst_story)
        expect(boxes).to_have_count(before)
        page.goto(home + "/")
        picture(page, f"listening-{language}-5-morning")
        assert findings(page) == []
