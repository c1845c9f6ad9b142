"""What a piece says, and what its approvals are bound to."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.response.channels.rules.states import PieceKind
from answerable.response.channels.rules.wording import (
    MISSING_WORDS,
    Content,
    Planned,
    canonical,
    content_hash,
    links_of,
    missing,
    pictures_of,
    without_pictures,
)

CONTENT = Content(PieceKind.NOTICE, "en", "Title", body="Text.", basis="Order 1", channels=("Site (web)",))
PLANNED = Planned("questions", "Supply", "Who pays", date(2026, 3, 20))


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Other"}, {"body": "Other."}, {"summary": "S"}, {"basis": "Order 2"}, {"channels": ("App (app)",)},
        {"review_on": date(2026, 6, 1)}, {"expires_on": date(2026, 6, 1)}, {"kind": PieceKind.NEWS},
        {"disclosure": "active"}, {"interpretation": PLANNED}, {"corrects": "Old"}, {"reason": "Wrong hour"},
    ],
)  # fmt: skip
def test_whatever_readers_answer_for_is_in_the_hash(changes):
    assert content_hash(replace(CONTENT, **changes)) != content_hash(CONTENT)


def test_ends_of_lines_and_the_order_of_channels_change_nothing():
    two = replace(CONTENT, channels=("B", "A"), body="a\r\nb")
    assert content_hash(two) == content_hash(replace(CONTENT, channels=("A", "B"), body="a\nb"))


def test_a_chinese_piece_has_chinese_heads():
    assert "发布渠道: Site (web)" in canonical(replace(CONTENT, language="zh"))


def test_a_notice_needs_its_basis_and_its_day_of_review():
    assert missing(CONTENT) == ("review_on",)
    assert missing(Content(PieceKind.NOTICE, "en")) == ("title", "body", "channels", "basis", "review_on")
    assert missing(replace(CONTENT, kind=PieceKind.NEWS, basis="")) == ()


def test_a_policy_lacks_its_interpretation_plan_and_disclosure():
    policy = replace(CONTENT, kind=PieceKind.POLICY, review_on=date(2026, 6, 1))
    assert missing(policy) == ("disclosure", "interpretation")
    assert missing(replace(policy, disclosure="active", interpretation=PLANNED)) == ()
    assert missing(replace(policy, disclosure="not", interpretation=PLANNED)) == ("disclosure_reason",)


def test_an_interpretation_explains_a_policy():
    piece = replace(CONTENT, kind=PieceKind.INTERPRETATION, review_on=date(2026, 6, 1))
    assert missing(piece) == ("explains",)
    assert missing(piece, explains=True) == ()


def test_everything_that_can_be_missing_has_its_words():
    assert {
        "title",
        "body",
        "channels",
        "basis",
        "review_on",
        "disclosure",
        "interpretation",
        "explains",
    } <= set(MISSING_WORDS)


def test_addresses_are_found_in_links_pictures_and_plain_words():
    text = (
        "[a](https://a.example/x) ![p](https://b.example/p.png) https://c.example/y, 见https://d.example/z。"
    )
    assert links_of(text) == (
        "https://a.example/x",
        "https://b.example/p.png",
        "https://c.example/y",
        "https://d.example/z",
    )


def test_pictures_become_their_words():
    text = "Before ![A pump](https://b.example/p.png) after"
    assert pictures_of(text) == (("https://b.example/p.png", "A pump"),)
    assert without_pictures(text) == "Before ［A pump］ after"


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    links_of(text)
    pictures_of(text)
    canonical(replace(CONTENT, body=text))
