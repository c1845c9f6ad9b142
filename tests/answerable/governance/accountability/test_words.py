"""Every state, paper, measure, part, excuse and act has its words; evidence reads as who, what and when."""

import ast
from pathlib import Path

import pytest
from django.utils import translation

from answerable.governance.accountability import words
from answerable.governance.accountability.actions import notes
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.papers import Kind, Way
from answerable.governance.accountability.rules.seats import Hindrance, Role
from answerable.governance.accountability.rules.states import State
from answerable.governance.duties.rules.excuses import Key


@pytest.mark.parametrize(
    ("table", "members"),
    [
        (words.STATES, State),
        (words.PAPERS, Kind),
        (words.WAYS, Way),
        (words.MEASURES, Measure),
        (words.ROLES, Role),
        (words.HINDRANCES, Hindrance),
    ],
)
def test_every_member_has_its_word(table, members):
    assert set(table) == set(members)


def test_every_excuse_has_its_name():
    assert {key.value for key in Key} <= set(words.EXCUSES)


def test_every_act_that_is_noted_has_its_words():
    folder = Path(notes.__file__).parent
    calls = [
        node
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "noted"
    ]
    acts = {call.args[1].value for call in calls if isinstance(call.args[1], ast.Constant)}
    acts |= {"ask_review", "ask_appeal", "decide_review", "decide_appeal"}
    assert {f"accountability.{act}" for act in acts} == set(words.ACTS)


def test_evidence_says_who_what_and_from_when_to_when():
    with translation.override("en"):
        line = {"what": "held", "who": "Chen", "from": "2026-01-01", "to": ""}
        assert words.evidence_words(line).startswith("Chen · held the post · ")
        line = {"what": "standstill", "who": "worker", "from": "2026-03-30T01:00:00+00:00", "to": ""}
        assert words.evidence_words(line).startswith("sending and reminding · stood still · ")


@pytest.mark.parametrize(
    ("key", "facts", "said"),
    [
        ("post_empty", {"days": 3, "of": 30}, "3 of 30 days"),
        ("notice_undelivered", {"delivered": 0, "notices": 2}, "0 of 2 reminders arrived"),
        ("system_outage", {"hours": 5.5}, "5.5 hours"),
        ("superior_hold", {"days": 2.0}, "2 days"),
        ("calendar_changed", {}, ""),
    ],
)
def test_an_excuse_says_by_how_much_it_was_so(key, facts, said):
    with translation.override("en"):
        assert words.facts_words(key, facts) == said


def test_a_duty_is_named_in_the_readers_language_or_in_the_one_it_has():
    with translation.override("zh-hans"):
        assert words.name_of("Quarterly filing", "季度报送") == "季度报送"
        assert words.name_of("Quarterly filing", "") == "Quarterly filing"
    with translation.override("en"):
        assert words.name_of("", "季度报送") == "季度报送"
