"""A plan file is read as written, with every place; what could harm or surprise is refused by its line."""

import pytest

from answerable.governance.plan.rules.tree import MOST_BYTES, BadTree, plain, read_tree, tidy


def refused(text):
    with pytest.raises(BadTree) as caught:
        read_tree(text, "x.yaml")
    return caught.value.problem


def test_words_that_yaml_takes_for_something_else_stay_words():
    root = read_tree("on: no\ntime: 17:30\nversion: 1.10\nday: 2026-01-01\n", "x")
    assert {key: node.text for key, node in root.table.items()} == {
        "on": "no",
        "time": "17:30",
        "version": "1.10",
        "day": "2026-01-01",
    }


def test_figures_become_numbers_only_unquoted():
    root = read_tree('a: 7\nb: "7"\nc: 0.10\nd: true\ne: 007\nf: [1, x]\ng: {h: -2}\n', "x")
    assert plain(root) == {"a": 7, "b": "7", "c": 0.1, "d": True, "e": "007", "f": [1, "x"], "g": {"h": -2}}


def test_every_node_knows_its_line():
    root = read_tree("a: 1\n# note\nb:\n  - x\n  - {c: 中文}\n", "x")
    assert root.get("b").items[1].get("c").line == 5


def test_line_ends_of_other_systems_are_one():
    assert tidy("\ufeffa: 1\r\nb: 2\rc: 3") == "a: 1\nb: 2\nc: 3"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: &x 1\nb: *x\n", "anchor", 1),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", "tag", 2),
        ("a: 1\n---\nb: 2\n", "two_documents", 2),
        ("a: 1\nb: 2\na: 3\n", "twice", 3),
        ("a: [1\n", "not_yaml", 2),
        ("", "empty", 1),
        ("a:\n\tb: 1\n", "not_yaml", 2),
        ("a: 1\nb: \x07\n", "unseen_sign", 2),
        ("a: " + "[" * 40 + "]" * 40, "too_deep", 1),
        ("? [a, b]\n: c\n", "odd_key", 1),
        ("a: " + "x" * MOST_BYTES, "too_large", 1),
    ],
)
def test_what_a_plan_must_not_hold_is_refused_by_its_line(text, code, line):
    problem = refused(text)
    assert (problem.code, problem.place.line) == (code, line)


def test_a_page_of_aliases_does_not_unfold():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refused(bomb).code == "anchor"


def test_deep_nesting_ends_without_using_up_the_stack():
    assert refused("[" * 20_000).code in ("too_deep", "not_yaml")
