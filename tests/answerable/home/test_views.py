"""The first page for everybody: full, empty, without a post, signed out."""

from datetime import timedelta

import pytest
from django.db import transaction

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.listening.sources.rules.states import State
from answerable.office.clocks.actions import Start, start
from answerable.office.people.rules import PostKind
from tests.answerable.listening.sources.makers import make_source
from tests.answerable.listening.stories.makers import WATER, make_story
from tests.answerable.office.people.makers import make_account, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_ada(client):
    client.force_login(make_member("Ada", PostKind.OFFICE))
    return client


def page(client, language="en"):
    answer = client.get("/", headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_new_installation_is_led_to_its_first_source(as_ada):
    assert "Add the first source" in page(as_ada)
    assert "添加第一个来源" in page(as_ada, "zh-hans")


def test_whoever_leads_sees_the_five_lines_and_what_runs_out_next(as_ada):
    make_story(WATER, at=clock.now() - timedelta(hours=5))
    with transaction.atomic():
        start(
            Start(
                subject="case:7",
                title="Burst main",
                link="/respond/cases/7/",
                stage="assess",
                since=clock.now(),
                limit="4h",
            ),
            by=MACHINE,
            at=clock.now(),
        )
    for language, nothing, heading in (
        ("en", "No grave or major case is open.", "Runs out next"),
        ("zh-hans", "没有在办的特别重大或重大关切。", "最近到期"),
    ):
        shown = page(as_ada, language)
        assert nothing in shown
        assert heading in shown
        assert 'href="/respond/cases/7/"' in shown


def test_the_morning_shows_stories_and_ill_sources_in_both_languages(as_ada):
    make_story(WATER, at=clock.now() - timedelta(hours=5))
    make_source(name="Silent Gazette", state=State.SILENT, last_reason="silent")
    for language, heading in (("en", "Sources that are ill"), ("zh-hans", "异常来源")):
        shown = page(as_ada, language)
        assert WATER[0] in shown
        assert "Silent Gazette" in shown
        assert heading in shown


def test_an_account_without_a_post_is_told_how_to_get_one(client):
    client.force_login(make_account("guest"))
    assert "holds no post yet" in page(client)


def test_a_stranger_is_asked_to_sign_in_and_comes_back(client):
    assert client.get("/").url == "/accounts/login/?next=/"
