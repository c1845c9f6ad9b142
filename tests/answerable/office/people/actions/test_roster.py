"""Rosters are applied whole, once, as they were seen; the second time they add nothing."""

import hashlib

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.models import Entry
from answerable.office.people import actions, queries
from answerable.office.people.models import Holding, Person, Post, Roster, Unit
from answerable.office.people.rules import PostKind
from answerable.office.people.rules.roster_states import RosterState
from tests.answerable.office.people.makers import (
    NOON,
    actor_of,
    make_account,
    make_member,
    make_post,
    make_unit,
)

pytestmark = pytest.mark.django_db
WHO = {"by": MACHINE, "at": NOON}
HEADS = [
    "单位代码",
    "单位",
    "上级单位代码",
    "岗位代码",
    "岗位",
    "岗位类别",
    "姓名",
    "工号",
    "任职方式",
    "任职日期",
]
ROWS = [
    HEADS,
    ["S", "水务局", "", "S-1", "局长", "负责人", "王博", "001", "主岗", "2026-01-01"],
    ["S-01", "供水科", "S", "S-01-1", "联络员", "联络员", "陈宇", "002", "主岗", ""],
    ["", "", "", "S-01-1", "", "", "安达", "003", "B角", ""],
    ["S-02", "排水科", "S", "S-02-1", "沙皇", "沙皇", "", "", "", ""],
]


def hand_in(rows=ROWS, name="roster.csv"):
    return actions.hand_in(name, str(rows).encode(), rows, **WHO)


def seen(roster):
    preview = queries.preview(MACHINE, roster.pk, at=NOON)
    return {"sha256": preview.sha256, "plan_hash": preview.plan_hash}


def counts():
    return tuple(model.objects.count() for model in (Unit, Post, Person, Holding))


def test_handing_in_changes_nothing_and_names_every_refused_row():
    roster = hand_in()
    preview = queries.preview(MACHINE, roster.pk, at=NOON)
    assert counts() == (0, 0, 0, 0)
    assert [(row.row, row.reason) for row in preview.refused] == [(5, "There is no such kind of post: 沙皇")]
    assert preview.rows == 4
    assert preview.sha256 == hashlib.sha256(str(ROWS).encode()).hexdigest()
    assert dict(preview.counts)["units added"] == 2


def test_confirming_applies_all_of_it_and_the_second_time_adds_nothing():
    roster = hand_in()
    actions.apply_roster(roster.pk, **seen(roster), **WHO)
    assert counts() == (2, 2, 3, 3)
    assert Unit.objects.get_parent(Unit.objects.get(code="S-01")).code == "S"
    assert Entry.objects.filter(act="people.apply_roster").count() == 1
    again = hand_in()
    assert queries.preview(MACHINE, again.pk, at=NOON).steps == ()
    actions.apply_roster(again.pk, **seen(again), **WHO)
    assert counts() == (2, 2, 3, 3)


def test_another_file_or_another_plan_than_the_seen_one_is_not_applied():
    roster = hand_in()
    was = seen(roster)
    with pytest.raises(Moved):
        actions.apply_roster(roster.pk, **{**was, "sha256": "0" * 64}, **WHO)
    make_unit(code="S", name="水务局")
    with pytest.raises(Moved):
        actions.apply_roster(roster.pk, **was, **WHO)
    assert Post.objects.count() == 0


def test_a_roster_is_applied_once():
    roster = hand_in()
    was = seen(roster)
    actions.apply_roster(roster.pk, **was, **WHO)
    with pytest.raises(Moved):
        actions.apply_roster(roster.pk, **{**was, **seen(roster)}, **WHO)


def test_known_codes_change_names():
    roster = hand_in()
    actions.apply_roster(roster.pk, **seen(roster), **WHO)
    changed = hand_in([HEADS, ["S-01", "供水管理科", "", "S-01-1", "首席联络员", "", "陈宇", "002", "", ""]])
    actions.apply_roster(changed.pk, **seen(changed), **WHO)
    assert Unit.objects.get(code="S-01").name == "供水管理科"
    assert Post.objects.get(code="S-01-1").title == "首席联络员"


def test_laying_aside_forgets_the_rows():
    roster = hand_in()
    actions.drop_roster(roster.pk, **WHO)
    kept = Roster.objects.get()
    assert (kept.state, kept.lines) == (RosterState.DROPPED, [])


@pytest.mark.parametrize(
    ("rows", "words"),
    [([], "empty"), ([["a", "b"]], "None of the columns"), ([["单位", "部门"]], "mean the same")],
)
def test_a_file_without_usable_heads_is_refused_whole(rows, words):
    with pytest.raises(Anticipated, match=words):
        hand_in(rows)
    assert Roster.objects.count() == 0


def test_only_who_keeps_people_hands_in_looks_and_applies():
    chen, roster = actor_of(make_member("Chen", PostKind.LIAISON)), hand_in()
    with pytest.raises(NotAllowed):
        actions.hand_in("x.csv", b"", ROWS, by=chen, at=NOON)
    with pytest.raises(NotAllowed):
        queries.preview(chen, roster.pk, at=NOON)
    with pytest.raises(NotAllowed):
        actions.apply_roster(roster.pk, sha256="", plan_hash="", by=chen, at=NOON)


def test_empty_rows_above_the_heads_do_not_shift_the_numbers():
    roster = hand_in([["", ""], *ROWS])
    assert [row.row for row in queries.preview(MACHINE, roster.pk, at=NOON).refused] == [6]


def test_five_thousand_rows_are_planned_and_five_hundred_steps_shown():
    root = make_unit(code="R")
    make_post(root, code="R-1")
    rows = [HEADS] + [
        ["R", "", "", f"R-{number}", f"岗位{number}", "联络员", f"人{number}", f"{number:05}", "主岗", ""]
        for number in range(2, 5_000)
    ]
    roster = hand_in(rows)
    preview = queries.preview(actor_of(make_account(role="administrator")), roster.pk, at=NOON)
    assert preview.refused == ()
    assert preview.steps_total == 3 * 4_998
    assert len(preview.steps) == 500
