"""The first page for everybody: full, empty, without a post, signed out."""

from datetime import timedelta

import pytest

from answerable.kernel import clock
from answerable.listening.sources.rules.states import State
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
