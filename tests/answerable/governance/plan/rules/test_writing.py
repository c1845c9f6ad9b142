"""A plan written out and read again is the same plan; words stay words whatever they look like."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.governance.plan.rules import document as d
from answerable.governance.plan.rules.linking import linked
from answerable.governance.plan.rules.reader import read_plan
from answerable.governance.plan.rules.tree import plain, read_tree
from answerable.governance.plan.rules.writing import flow, scalar, write_plan
from answerable.governance.plan.shipped import shipped_plans
from tests.answerable.governance.plan.makers import PACKS, make_plan


def bare(document):
    """A plan without where it stood."""
    return replace(document, lines={}, uses={})


@pytest.mark.parametrize("name", shipped_plans())
def test_a_shipped_plan_survives_being_written_out(name):
    document = make_plan(shipped_plans()[name]).document
    again = read_plan(write_plan(document), PACKS)
    assert again.problems == ()
    assert bare(again.document) == bare(document)


WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff"
    ),
    max_size=40,
)
KEY = st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,8}", fullmatch=True)
NAMES = st.fixed_dictionaries({"zh": WORDS.filter(bool), "en": WORDS.filter(bool)})
VALUES = st.one_of(
    WORDS,
    st.integers(-9999, 99999),
    st.booleans(),
    st.lists(WORDS, max_size=3),
    st.dictionaries(KEY, WORDS, max_size=3),
)


@given(VALUES)
def test_any_value_comes_back_as_it_was(value):
    assert plain(read_tree(f"a: {flow(value)}\n", "x").get("a")) == value


@given(WORDS)
def test_any_text_comes_back_as_it_was(text):
    node = read_tree(f"a: [{scalar(text)}]\n", "x").get("a").items[0]
    assert node.text == text


@st.composite
def documents(draw):
    codes = draw(st.lists(KEY, min_size=1, max_size=3, unique=True))
    posts = {code: d.PlanPost(code, draw(NAMES), kind="office", backup="same") for code in codes}
    duties = {
        key: d.Duty(
            key,
            draw(NAMES),
            owner=codes[0],
            rrule="FREQ=MONTHLY;BYMONTHDAY=1",
            due=d.Due("month_end", draw(st.sampled_from(["prev", "next", "none"]))),
            to=codes[-1],
            evidence=tuple(draw(st.lists(KEY, min_size=1, max_size=2))),
            nothing_found_ok=draw(st.booleans()),
            ladder="none",
            draw=draw(st.dictionaries(KEY, WORDS, max_size=2)),
        )
        for key in draw(st.lists(KEY, max_size=3, unique=True))
    }
    gives = [f"post:{code}" for code in codes] + [f"duty:{key}" for key in duties]
    clauses = []
    for number in range(draw(st.integers(0, 4))):
        text = draw(WORDS)
        given_ = tuple(draw(st.lists(st.sampled_from(gives), max_size=3, unique=True)))
        none = "" if given_ else draw(WORDS)
        clauses.append(
            d.Clause(f"c{number}", draw(WORDS), text, d.text_hash(text), given_, none, draw(WORDS))
        )
    made = d.PlanDocument(
        "urn:x",
        "1.0",
        None,
        "CN",
        "Asia/Shanghai",
        draw(NAMES),
        clauses=tuple(clauses),
        posts=posts,
        duties=duties,
    )
    return linked(made)


@settings(max_examples=60, deadline=None)
@given(documents())
def test_any_plan_survives_being_written_out(document):
    again = read_plan(write_plan(document))
    assert bare(again.document) == document
