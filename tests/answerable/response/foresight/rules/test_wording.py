"""The one text of an assessment."""

from dataclasses import replace
from datetime import date

import pytest

from answerable.response.foresight.rules.content import (
    Audience,
    Content,
    Gap,
    Heading,
    Prepared,
    RiskPoint,
    Similar,
    View,
)
from answerable.response.foresight.rules.wording import HEADINGS, body, body_hash, text_hash, wording

HEAD = Heading(
    title="Price",
    kind="price",
    summary="It rises.",
    language="en",
    spokesperson="Spokesperson",
    channels=("Site",),
    terms=("water price",),
    watch_days=7,
    parts=("all",),
)
FULL = Content(
    heading=HEAD,
    audiences=(Audience("Tenants", "More."),),
    risks=(RiskPoint("Misread", 2, 3, "A table."),),
    prepared=(
        Prepared("question", "Why?", "Because.", "Annex 2"),
        Prepared("holding", "Before the vote", "On Monday."),
    ),
    gaps=(Gap("How many", "Office", date(2026, 3, 9)),),
    similar=(Similar("Rise in the next town", "The same step."),),
)
VIEWS = (View("Ada", "high", "Remembered."), View("Chen", "low", "Small."))


def test_everything_that_is_assessed_stands_in_the_text() -> None:
    text = wording(FULL, VIEWS)
    for words in (
        "Price", "It rises.", "Tenants: More.", "Misread (2 x 3)", "A table.", "Why?", "Because.", "Annex 2",
        "Before the vote", "How many (Office, until 2026-03-09)", "Rise in the next town: The same step.",
        "Spokesperson", "Site", "water price", "7 days", "Ada (high): Remembered.", "Chen (low): Small.",
    ):  # fmt: skip
        assert words in text


CHANGES = [
    {"round": 2},
    {"audiences": ()},
    {"risks": (RiskPoint("Misread", 2, 3, "Nothing."),)},
    {"risks": (RiskPoint("Misread", 3, 3, "A table."),)},
    {"prepared": FULL.prepared[:1]},
    {"gaps": (Gap("How many", "Office", date(2026, 3, 10)),)},
    {"similar": ()},
    {"heading": replace(HEAD, summary="It falls.")},
    {"heading": replace(HEAD, spokesperson="Head")},
    {"heading": replace(HEAD, channels=())},
    {"heading": replace(HEAD, terms=("tariff",))},
    {"heading": replace(HEAD, watch_days=8)},
    {"heading": replace(HEAD, parts=("one", "two"))},
]


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_gives_another_hash(change) -> None:
    assert body_hash(replace(FULL, **change)) != body_hash(FULL)


def test_the_views_are_part_of_what_is_approved_but_not_of_what_they_are_about() -> None:
    assert text_hash(FULL, VIEWS) != text_hash(FULL, VIEWS[:1])
    assert body(FULL) in wording(FULL, VIEWS)


def test_what_is_empty_is_left_out() -> None:
    plain = Content(Heading("Price", "price", "It rises.", "zh"))
    assert "【" in body(plain)
    assert all(
        HEADINGS["zh"][key] not in body(plain) for key in ("audiences", "risks", "gaps", "watch", "parts")
    )


def test_both_languages_have_the_same_headings() -> None:
    assert set(HEADINGS["zh"]) == set(HEADINGS["en"])
