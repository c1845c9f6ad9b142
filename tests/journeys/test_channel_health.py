"""The journey of a channel's health: the worst first, why it fails, put right and looked at again; axe as the judge."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from answerable.kernel import clock
from answerable.office.people import queries as people
from answerable.office.people.queries import day_of
from answerable.response.channel_health import actions
from answerable.response.channel_health.actions import ColumnDraft, SiteDraft
from answerable.response.channel_health.models import Finding
from answerable.response.channel_health.reading.barriers import RULES, barriers_of
from answerable.response.channel_health.rules.freshness import ColumnKind
from answerable.response.channel_health.rules.sheet import Said
from answerable.response.channels.models import Channel
from demo import channel_health as demo
from tests.answerable.response.channel_health.makers import adopt_limits, look_whole, make_cast, make_channel
from tests.answerable.response.channel_health.planted import Answer, Site
from tests.journeys.seeing import barriers, findings, picture, reload_until, sign_in

WORDS = {
    "en": {
        "again": "Look again now",
        "fixed": "put right",
        "dismiss": "Dismiss",
        "judge": "Judge it",
        "refused": "refused",
        "good": "in order",
    },
    "zh-Hans": {
        "again": "立即复查",
        "fixed": "已整改",
        "dismiss": "排除",
        "judge": "核定",
        "refused": "退回",
        "good": "正常",
    },
}


@pytest.fixture
def site():
    with Site(day_of(clock.now()), most=3) as running:
        running.added["/about.html"] = '<p><a href="/gone.html">Our old rules</a></p>'
        running.entries["news"][0].day += timedelta(days=40)
        running.entries["news"][0].page_day += timedelta(days=40)
        yield running


@pytest.fixture
def town(transactional_db, site):
    """A body with a site that was looked at today, an account at 70 % of its limit and one that fails."""
    now = clock.now()
    adopt_limits(update_days_account=7)
    cast = make_cast()
    channel = make_channel(cast, name="云汀水务网", address=site.home)
    actions.set_site(channel.pk, SiteDraft(f"{site.address}/messages.html"), by=cast.kim, at=now)
    column = ColumnDraft("Bureau news", f"{site.address}/news/", ColumnKind.NEWS)
    actions.add_column(channel.pk, column, by=cast.kim, at=now)
    in_a_thread(lambda: look_whole(channel, at=now))
    for name, days in (("云汀水务发布", 5), ("云汀水务视频", 9)):
        account = make_channel(cast, name=name, kind="account", platform="wechat", address=f"gh_{days}")
        said = Said(account.pk, day_of(now), day_of(now) - timedelta(days=days), None, True)
        actions.enter_figures([said], by=cast.kim, at=now)
    return channel


def in_a_thread(work) -> None:
    """Do work that has an event loop of its own beside the browser's."""

    def whole() -> None:
        try:
            work()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as threads:
        threads.submit(whole).result()


def open_as(visit: Page, live_server, name: str, path: str) -> None:
    """Sign in as one of the cast, in a fresh session, and open a page."""
    visit.context.clear_cookies()
    visit.goto(f"{live_server.url}/accounts/login/?next={path}")
    sign_in(visit, name)


def test_a_fault_is_seen_put_right_and_gone_after_a_second_look(
    visit, live_server, town, site, language, request
):
    words = WORDS[language]
    open_as(visit, live_server, "kim", "/respond/health/")
    main = visit.locator("main")
    rows = main.locator("tbody tr")
    expect(rows.first).to_contain_text("云汀水务视频")  # the one that fails stands first
    picture(visit, f"health-board-{language}")
    assert barriers(visit) == []

    main.locator("tr", has_text="云汀水务网").focus()
    visit.keyboard.press("Enter")
    visit.wait_for_url(re.compile(r"/respond/health/\d+/$"))
    expect(main).to_contain_text("/gone.html")
    picture(visit, f"health-one-{language}")
    assert barriers(visit) == []

    site.planted["/gone.html"] = Answer(
        "<html lang=en><title>Rules</title><body><h1>Rules</h1></body></html>"
    )
    visit.get_by_role("button", name=words["again"]).click()
    request.getfixturevalue("worker")
    reload_until(
        visit, lambda: not visit.locator("li[id^=finding-]", has_text="/gone.html").count(), "the second look"
    )
    visit.goto(f"{live_server.url}/respond/health/{town.pk}/?tab=fixed")
    expect(main).to_contain_text("/gone.html")


def test_a_suspicion_is_judged_by_an_inspector_and_a_sheet_names_its_refused_rows(
    visit, live_server, town, language, tmp_path
):
    words = WORDS[language]
    open_as(visit, live_server, "dana", f"/respond/health/{town.pk}/")
    main = visit.locator("main")
    suspicion = main.locator("li", has_text="/news/0.html")
    suspicion.locator("summary").click()
    suspicion.locator("input[name=reason]").fill("The opening is announced for April.")
    suspicion.get_by_role("button", name=words["dismiss"]).click()
    visit.goto(f"{live_server.url}/respond/health/{town.pk}/?tab=dismissed")
    expect(main).to_contain_text("The opening is announced for April.")
    assert Finding.objects.get(fault="date_ahead").judged_by == "Dana"

    open_as(visit, live_server, "kim", "/respond/health/enter/")
    assert barriers(visit) == []
    today = day_of(clock.now()).isoformat()
    sheet = tmp_path / "figures.csv"
    sheet.write_text(
        f"渠道,最近更新,可互动\n云汀水务视频,{today},是\n别人的账号,{today},是\n", encoding="gb18030"
    )
    visit.locator("input[type=file]").set_input_files(sheet)
    visit.locator("main form button.btn-primary").click()
    expect(main).to_contain_text("别人的账号")
    expect(main).to_contain_text(words["refused"])
    picture(visit, f"health-sheet-{language}")
    assert barriers(visit) == []
    visit.locator("main button[name=take]").click()
    visit.wait_for_url("**/respond/health/")
    expect(main.locator("tbody tr", has_text="云汀水务视频")).to_contain_text(words["good"])


@pytest.mark.parametrize(("width", "theme"), [(360, "dark"), (1280, "light")])
def test_three_weeks_are_shown_as_a_trend_on_every_screen(visit, live_server, town, language, width, theme):
    now = clock.now()
    channel = make_site_of_three_weeks(now)
    visit.set_viewport_size({"width": width, "height": 900})
    visit.emulate_media(color_scheme=theme)
    open_as(visit, live_server, "kim", f"/respond/health/{channel}/")
    expect(visit.locator("#health-trend-chart svg, [data-an-chart] svg").first).to_be_visible()
    picture(visit, f"health-trend-{language}-{width}")
    assert barriers(visit) == []
    assert visit.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    visit.goto(f"{live_server.url}/respond/health/")
    picture(visit, f"health-board-{language}-{width}")
    assert visit.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def make_site_of_three_weeks(now) -> int:
    """The demo's site, in this town."""
    first = Channel.objects.get(name="云汀水务网")
    second = Channel.objects.get(pk=first.pk)
    second.pk, second.key, second.name = None, uuid4(), "云汀区水务局"
    second.address = "https://water.yunting.example/"
    second.save()
    actor = people.actor_for(people.account_named("kim"), at=now)
    row = next(one for one in demo.channels(None) if one.id == second.pk)
    demo.furnish(row, actor, at=now - demo.LOOKED * demo.DAY)
    for back in range(demo.LOOKED - 1, -1, -1):
        demo.look(row, at=now - back * demo.DAY, today=day_of(now))
    return int(second.pk)


TITLE, CONTENT = "<title>t</title>", "<main><h1>t</h1></main>"
SAMPLES = {
    "html-has-lang": (f"<html><head>{TITLE}</head><body>{CONTENT}</body></html>", None),
    "document-title": (f"<html lang=en><head></head><body>{CONTENT}</body></html>", None),
    "page-has-heading-one": (f"<html lang=en><head>{TITLE}</head><body><main>t</main></body></html>", None),
    "meta-viewport": (
        f"<html lang=en><head>{TITLE}<meta name=viewport content='user-scalable=no'></head>{CONTENT}</html>",
        None,
    ),
    "image-alt": ("<img src='data:,'>", "<img src='data:,' alt=''><img src='data:,' alt='A valve'>"),
    "label": (
        "<input name=a>",
        "<label>A <input></label><label for=i>B</label><input id=i><input placeholder=C>",
    ),
    "select-name": (
        "<select><option>a</option></select>",
        "<select aria-label=Year><option>a</option></select>",
    ),
    "link-name": (
        "<a href='/'></a>",
        "<a href='/'><img src='data:,' alt=Home></a><a href='/' aria-label=Home></a>",
    ),
    "button-name": ("<button></button>", "<button>Go</button><button title=Go></button>"),
    "frame-title": ("<iframe src='about:blank'></iframe>", "<iframe src='about:blank' title=Map></iframe>"),
    "color-contrast": (
        "<p style='color:#999;background:#fff'>Hard to read</p>",
        "<p style='color:#595959;background:#fff'>Well to read</p>",
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_what_is_read_from_markup_is_what_axe_sees_in_a_browser(page, rule):
    """axe-core is the judge: it names each rule on the bad sample, and nothing of ours on the good one."""
    bad, good = SAMPLES[rule]
    for markup, expected in ((bad, [rule]), (good, [])):
        if markup is None:
            continue
        whole = markup
        if not markup.startswith("<html"):
            whole = f"<html lang=en><head><title>t</title></head><body><main><h1>t</h1>{markup}</main></body></html>"
        page.unroute_all()
        page.route(
            "**/*", lambda route, _request, body=whole: route.fulfill(body=body, content_type="text/html")
        )
        page.goto("http://127.0.0.1/")
        seen = {line.split(" ")[0] for line in findings(page)} & set(RULES)
        assert sorted(seen) == expected
        assert [one.rule for one in barriers_of(LexborHTMLParser(whole))] == expected
