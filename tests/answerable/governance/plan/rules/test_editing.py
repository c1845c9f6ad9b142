"""A change is made where it stands; every other line, blank and comment stays."""

import difflib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.governance.plan.rules.editing import (
    add_clause,
    drop_field,
    drop_thing,
    put_thing,
    set_field,
)
from answerable.governance.plan.rules.reader import read_plan
from answerable.governance.plan.rules.tree import BadTree
from answerable.governance.plan.shipped import shipped_plans
from tests.answerable.governance.plan.makers import PACKS, SMALL

BUREAU = shipped_plans()["district-bureau"]


def changed_lines(before, after):
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in found if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_one_field_changes_one_line():
    after = set_field(BUREAU, ("duties", "d-watch", "owner"), "P-EDIT")
    assert len(changed_lines(BUREAU, after)) == 2
    assert read_plan(after, PACKS).document.duties["d-watch"].owner == "P-EDIT"


def test_a_comment_on_the_line_stays():
    after = set_field(SMALL, ("params", "topic_lead"), 12)
    assert "  topic_lead: 12   # how early to begin" in after


def test_a_new_field_goes_into_a_block_and_into_braces():
    block = set_field(SMALL, ("clauses", "c02", "basis"), "第3号文")
    assert "    basis: " in block
    assert read_plan(block, PACKS).document.clause("c02").basis == "第3号文"
    braces = set_field(SMALL, ("clauses", "c01", "basis"), "第3号文")
    assert read_plan(braces, PACKS).document.clause("c01").basis == "第3号文"


def test_an_empty_field_is_filled():
    after = set_field("plan:\n  id: x\n  version:\n", ("plan", "version"), "2.0")
    assert read_plan(after).document.version == "2.0"


def test_a_text_over_several_lines_is_replaced_whole():
    text = "plan:\n  id: >-\n    one\n    two\n  version: 1\n"
    after = set_field(text, ("plan", "id"), "x")
    assert read_plan(after).document.id == "x"
    assert read_plan(after).document.version == "1"


def test_a_field_is_taken_out_of_a_block_and_of_braces():
    assert (
        "none" not in drop_field(BUREAU, ("clauses", "c03", "none")).split("id: c04")[0].split("id: c03")[1]
    )
    for field in ("id", "none", "text"):
        after = drop_field(SMALL, ("clauses", "c05", field))
        assert f"{field}:" not in next(line for line in after.splitlines() if "五" in line)
        assert "not_yaml" not in {one.code for one in read_plan(after, PACKS).problems}


def test_a_field_that_shares_its_line_with_the_dash_is_emptied():
    after = drop_field(BUREAU, ("clauses", "c03", "id"))
    assert '  - id: ""' in after


def test_things_are_added_replaced_and_taken_out():
    text = put_thing(SMALL, "duties", "d-new", {"zh": "新", "owner": "P-COMM"})
    assert read_plan(text, PACKS).document.duties["d-new"].owner == "P-COMM"
    text = put_thing(text, "duties", "d-new", {"zh": "新", "owner": "P-LEAD"})
    assert read_plan(text, PACKS).document.duties["d-new"].owner == "P-LEAD"
    assert drop_thing(text, "duties", "d-new") == SMALL
    assert drop_thing(SMALL, "duties", "no-such") == SMALL
    assert drop_thing(SMALL, "nowhere", "x") == SMALL


def test_a_section_that_is_not_there_is_added():
    text = put_thing("plan: {id: x}\n", "duties", "d-a", {"zh": "甲"})
    assert "d-a" in read_plan(text).document.duties
    empty = put_thing("plan: {id: x}\nduties:\n", "duties", "d-a", {"zh": "甲"})
    assert "d-a" in read_plan(empty).document.duties
    braces = put_thing("plan: {id: x}\nduties: {}\n", "duties", "d-a", {"zh": "甲"})
    assert "d-a" in read_plan(braces).document.duties


def test_a_clause_is_added_behind_another_and_taken_out_again():
    record = {"id": "c99", "ref": "十", "text": "每月: 报送 #1。"}
    text = add_clause(BUREAU, record, after="c02")
    ids = [clause.id for clause in read_plan(text, PACKS).document.clauses]
    assert ids[1:3] == ["c02", "c99"]
    assert read_plan(text, PACKS).document.clause("c99").text == "每月: 报送 #1。"
    assert drop_thing(text, "clauses", "c99") == BUREAU


def test_clauses_on_one_line_are_left_alone():
    with pytest.raises(BadTree):
        add_clause("clauses: [{id: a}]\n", {"id": "b"})


def test_what_is_not_there_cannot_be_changed():
    with pytest.raises(BadTree):
        set_field(SMALL, ("clauses", "c99", "text"), "x")


WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff"
    ),
    min_size=1,
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.sampled_from(["c01", "c02", "c03", "c10", "c46"]))
def test_any_words_put_in_are_read_again_and_nothing_else_moves(words, key):
    after = set_field(BUREAU, ("clauses", key, "text"), words)
    before = {clause.id: clause.text for clause in read_plan(BUREAU, PACKS).document.clauses}
    read = {clause.id: clause.text for clause in read_plan(after, PACKS).document.clauses}
    assert read == {**before, key: words}
    assert len(changed_lines(BUREAU, after)) in (0, 2)
