"""Texts made ready for platforms."""

import pytest

from answerable.response.channels.rules.platforms import PLATFORMS, ready_for
from answerable.response.channels.rules.states import Delivery


def test_a_platform_without_titles_opens_with_the_title():
    ready = ready_for("weibo", "Title", ("One.", "Two."), ("https://a.example/",))
    assert ready.text == "Title\n\nOne.\n\nTwo.\n\nhttps://a.example/"


def test_what_is_too_long_is_said_and_nothing_is_cut():
    ready = ready_for("screen", "T" * 41, ("x" * 202,), ())
    assert (ready.title_over, ready.text_over) == (1, 2)
    assert ready.text == "x" * 202


def test_an_unknown_platform_has_no_limits():
    assert ready_for("nowhere", "T" * 500, ("x" * 90_000,), ()).text_over == 0


@pytest.mark.parametrize("key", list(PLATFORMS))
def test_every_platform_can_at_least_be_copied_to(key):
    assert Delivery.COPY in PLATFORMS[key].deliveries
    assert str(PLATFORMS[key].name)
