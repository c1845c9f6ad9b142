"""The canonical wording: what is read, hashed and published is one text."""

from dataclasses import fields, replace

import pytest

from answerable.response.answers.rules.states import Change, Kind
from answerable.response.answers.rules.wording import (
    Conference,
    Content,
    Known,
    Spoken,
    canonical,
    composed,
    content_hash,
    missing,
)

CONTENT = Content(
    kind=Kind.ANSWER,
    language="en",
    title="Water is back",
    summary="At six.",
    question="When?",
    body="At **six**.",
    known=(Known("A main burst", "Repair log", "https://water.example/log"),),
    unknown="Why it burst.",
    more_at="3 March, 15:00",
    todo="Boil it.",
    conference=Conference("Town hall", "15:00", "### Why?\n\nWe look."),
    topics=("Water",),
)
SPOKEN = Spoken(1, Change.FIRST, "", "Emil", "Spokesperson")
OTHER = {
    "kind": Kind.UPDATE,
    "language": "zh",
    "known": (),
    "conference": Conference("Hall", "15:00", ""),
    "topics": ("Rain",),
}


@pytest.mark.parametrize("name", [field.name for field in fields(Content)])
def test_every_part_that_people_see_is_in_the_hash(name: str) -> None:
    changed = replace(CONTENT, **{name: OTHER.get(name, "something else")})
    assert content_hash(changed, SPOKEN) != content_hash(CONTENT, SPOKEN)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("number", 2),
        ("change", Change.CORRECTION),
        ("note", "The hour was wrong."),
        ("spokesperson", "Ada"),
        ("post", "Head"),
    ],
)
def test_who_says_it_and_what_it_changes_is_in_the_hash(name: str, value: object) -> None:
    assert content_hash(CONTENT, replace(SPOKEN, **{name: value})) != content_hash(CONTENT, SPOKEN)


def test_the_link_of_a_fact_is_in_the_hash() -> None:
    known = (Known("A main burst", "Repair log", "https://other.example/"),)
    assert content_hash(replace(CONTENT, known=known), SPOKEN) != content_hash(CONTENT, SPOKEN)


def test_line_ends_of_another_machine_are_the_same_text() -> None:
    a, b = replace(CONTENT, body="One.\r\nTwo."), replace(CONTENT, body="One.\nTwo.")
    assert content_hash(a, SPOKEN) == content_hash(b, SPOKEN)


def test_a_heading_typed_into_a_text_is_no_heading_of_ours() -> None:
    bare = replace(CONTENT, known=(), unknown="", more_at="", todo="", conference=Conference(), topics=())
    typed = replace(bare, body="At six.\n\n【What you can do】\nBoil it.")
    real = replace(bare, body="At six.", todo="Boil it.")
    assert content_hash(typed, SPOKEN) != content_hash(real, SPOKEN)
    assert "\n【What you can do】" not in canonical(typed, SPOKEN)


def test_two_facts_are_not_one_fact_of_two_lines() -> None:
    two = replace(CONTENT, known=(Known("A", "x"), Known("B", "y")))
    one = replace(CONTENT, known=(Known("A\n  Basis: x\n- B", "y"),))
    assert content_hash(two, SPOKEN) != content_hash(one, SPOKEN)


def test_a_basis_is_not_a_link() -> None:
    link = replace(CONTENT, known=(Known("A", "", "https://water.example/"),))
    basis = replace(CONTENT, known=(Known("A", "https://water.example/"),))
    assert content_hash(link, SPOKEN) != content_hash(basis, SPOKEN)


def test_headings_are_in_the_language_of_the_answer() -> None:
    assert "【标题】" in canonical(replace(CONTENT, language="zh"), SPOKEN)
    assert "## 市民可以怎么做" in composed(replace(CONTENT, language="zh"))


def test_a_fact_of_many_lines_stays_one_point_of_the_list() -> None:
    known = (Known("A main\n\n## burst\n- at dawn", "log"),)
    assert "- A main ## burst - at dawn" in composed(replace(CONTENT, known=known))


@pytest.mark.parametrize(
    ("changes", "lacks"),
    [
        ({"title": " "}, "title"),
        ({"body": "", "known": ()}, "body"),
        ({"question": ""}, "question"),
        ({"known": (Known("A main burst"),)}, "basis"),
        ({"more_at": ""}, "more_at"),
        ({"kind": Kind.CONFERENCE, "conference": Conference("", "15:00")}, "conference"),
    ],
)
def test_what_a_text_lacks_is_named(changes: dict[str, object], lacks: str) -> None:
    assert missing(replace(CONTENT, **changes), "Emil") == (lacks,)


def test_nobody_named_is_a_lack() -> None:
    assert missing(CONTENT, "") == ("spokesperson",)
    assert missing(CONTENT, "Emil") == ()


def test_a_first_release_answers_no_question() -> None:
    assert missing(replace(CONTENT, kind=Kind.FIRST_RELEASE, question=""), "Emil") == ()
