"""What a roster would change: whole rows or none, in any order, and nothing the second time."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.office.people.rules import HoldingKind, PostKind, Span
from answerable.office.people.rules.roster import (
    Known,
    KnownHolding,
    KnownPerson,
    KnownPost,
    KnownUnit,
    known_key,
    plan,
)
from answerable.office.people.rules.roster_cells import Line

TODAY = date(2026, 3, 2)
NOTHING = Known({}, {}, [], [])
ROOT = Line(2, "B", "Bureau")
SUPPLY = Line(3, "S", "Supply", "B")
CONTACT = Line(4, "S", post_code="S-1", post="Contact", kind=PostKind.LIAISON, person="Chen")


def reasons(made):
    return {refusal.row: refusal.code for refusal in made.refused}


def after(known, made):
    """Apply a plan to a picture: what the action does to the tables."""
    units, posts = dict(known.units), dict(known.posts)
    people, holdings, ids = list(known.people), list(known.holdings), {}
    for step in made.steps:
        values = dict(step.values)
        if step.thing == "unit":
            old = units.get(step.key, KnownUnit("", "", "", "", True))
            units[step.key] = replace(old, **values)
        elif step.thing == "post":
            posts[step.key] = replace(posts.get(step.key, KnownPost("", "", PostKind.LEAD, True)), **values)
        elif step.thing == "person" and step.act == "add":
            ids[step.key] = len(people) + 1
            people.append(KnownPerson(len(people) + 1, "", "", ""))
            people[-1] = replace(people[-1], **values)
        elif step.thing == "person":
            place = int(step.key[1:]) - 1
            people[place] = replace(people[place], **values)
        else:
            key = known_key(ids[values["person"]]) if values["person"] in ids else values["person"]
            span = Span(values["begins_on"], values["ends_on"])
            holdings.append(KnownHolding(values["post"], key, step.name, values["kind"], span))
    return Known(units, posts, people, holdings)


@pytest.mark.parametrize("lines", [[ROOT, SUPPLY, CONTACT], [CONTACT, SUPPLY, ROOT]])
def test_a_house_comes_from_a_file_in_any_order(lines):
    made = plan(lines, NOTHING, today=TODAY)
    assert made.refused == ()
    assert [(step.act, step.thing, step.key) for step in made.steps] == [
        ("add", "unit", "B"),
        ("add", "unit", "S"),
        ("add", "post", "S-1"),
        ("add", "person", "+||Chen"),
        ("add", "holding", "S-1"),
    ]


def test_the_same_file_again_changes_nothing():
    lines = [ROOT, SUPPLY, CONTACT]
    known = after(NOTHING, plan(lines, NOTHING, today=TODAY))
    assert plan(lines, known, today=date(2027, 1, 1)).steps == ()


def test_known_codes_change_what_is_there():
    known = after(NOTHING, plan([ROOT, SUPPLY, CONTACT], NOTHING, today=TODAY))
    renamed = [replace(SUPPLY, unit="Water Supply"), replace(CONTACT, post="First contact")]
    made = plan(renamed, known, today=TODAY)
    assert [(step.act, step.thing, step.values) for step in made.steps] == [
        ("change", "unit", {"name": "Water Supply"}),
        ("change", "post", {"title": "First contact"}),
    ]


@pytest.mark.parametrize(
    ("lines", "refused"),
    [
        ([Line(2, "S")], {2: "unit_unknown"}),
        ([Line(2, "S", "Supply", "X")], {2: "parent_unknown"}),
        ([Line(2, "A", "A", "B"), Line(3, "B", "B", "A")], {2: "parent_unknown", 3: "parent_unknown"}),
        ([ROOT, Line(3, "B", "Office")], {3: "differs"}),
        ([ROOT, Line(3, "B", post_code="P", post="Head")], {3: "post_unknown"}),
        ([ROOT, Line(3, post_code="P")], {3: "post_unknown"}),
        ([ROOT, SUPPLY, CONTACT, replace(CONTACT, row=5, person="Dana")], {5: "main_taken"}),
        (
            [Line(2, person="Li", staff_number="1"), Line(3, person="Wu", staff_number="1")],
            {3: "person_differs"},
        ),
    ],
)
def test_what_does_not_hold_together_is_refused_row_by_row(lines, refused):
    assert reasons(plan(lines, NOTHING, today=TODAY)) == refused


def test_a_refused_unit_takes_only_what_hangs_on_it():
    lines = [ROOT, Line(3, "X", "Lost", "nowhere"), Line(4, "Y", "Below", "X"), SUPPLY]
    lines[3] = replace(SUPPLY, row=5)
    made = plan(lines, NOTHING, today=TODAY)
    assert reasons(made) == {3: "parent_unknown", 4: "parent_unknown"}
    assert [step.key for step in made.steps] == ["B", "S"]


KNOWN = Known(
    {"B": KnownUnit("Bureau", "", "", "", True), "Z": KnownUnit("Old", "B", "", "", False)},
    {
        "P": KnownPost("B", "Head", PostKind.LEAD, True),
        "Q": KnownPost("B", "Gone", PostKind.LEAD, False),
    },
    [
        KnownPerson(1, "Li", "", "li@b.example"),
        KnownPerson(2, "Li", "", ""),
        KnownPerson(3, "Wang", "7", ""),
    ],
    [KnownHolding("P", "=3", "Wang", HoldingKind.MAIN, Span(date(2026, 1, 1)))],
)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (Line(2, "Z", "Old"), "unit_gone"),
        (Line(2, "B", parent="Z"), "unit_moved"),
        (Line(2, "B", post_code="Q"), "post_gone"),
        (Line(2, "N", "New", post_code="P"), "post_moved"),
        (Line(2, person="Li"), "person_unclear"),
        (Line(2, person="Zhao", staff_number="7"), "person_differs"),
        (Line(2, post_code="P", person="Zhao"), "main_taken"),
        (Line(2, post_code="P", person="Wang", begins_on=date(2026, 2, 1)), "holds_otherwise"),
    ],
)
def test_what_contradicts_the_house_is_refused(line, code):
    assert reasons(plan([line], KNOWN, today=TODAY)) == {2: code}


def test_people_are_found_by_number_then_by_mail_then_by_a_name_that_is_theirs_alone():
    lines = [
        Line(2, person="Li", email="li@b.example", staff_number="9"),
        Line(3, person="Wang"),
        Line(4, person="Li", email="other@b.example"),
    ]
    made = plan(lines, KNOWN, today=TODAY)
    assert [(step.act, step.key, dict(step.values)) for step in made.steps] == [
        ("change", "=1", {"staff_number": "9"}),
        ("change", "=2", {"email": "other@b.example"}),
    ]


def test_backups_stand_beside_a_main_holder():
    line = Line(2, post_code="P", person="Zhao", holding=HoldingKind.BACKUP)
    made = plan([line], KNOWN, today=TODAY)
    assert made.count("add", "holding") == 1
    assert made.steps[-1].values["begins_on"] == TODAY


codes = st.sampled_from(["A", "B", "C", ""])
rows = st.builds(
    Line,
    row=st.just(0),
    unit_code=codes,
    unit=st.sampled_from(["One", "Two", ""]),
    parent=codes,
    post_code=st.sampled_from(["P", "Q", ""]),
    post=st.sampled_from(["Head", "Contact", ""]),
    kind=st.sampled_from([PostKind.LEAD, PostKind.LIAISON, None]),
    person=st.sampled_from(["Li", "Wu", ""]),
    staff_number=st.sampled_from(["1", "2", ""]),
    holding=st.sampled_from([HoldingKind.MAIN, HoldingKind.BACKUP, None]),
)


persons = st.builds(
    Line,
    row=st.just(0),
    person=st.sampled_from(["Li", "Wu"]),
    staff_number=st.sampled_from(["1", "2", ""]),
    email=st.sampled_from(["a@b.example", "c@d.example", ""]),
)


@given(st.one_of(st.lists(rows, max_size=8), st.lists(persons, max_size=6)))
def test_whatever_is_handed_in_the_second_time_adds_nothing(lines):
    lines = [replace(line, row=number) for number, line in enumerate(lines, start=2)]
    first = plan(lines, NOTHING, today=TODAY)
    refused = {refusal.row for refusal in first.refused}
    kept = [line for line in lines if line.row not in refused]
    again = plan(kept, after(NOTHING, first), today=TODAY)
    assert again.steps == ()
    assert again.refused == ()
