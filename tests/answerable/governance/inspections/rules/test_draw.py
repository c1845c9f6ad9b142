"""A lot: recomputed by others, fair, and untouched by who comes and goes."""

import math
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.governance.inspections.rules.draw import (
    Announcement,
    Member,
    NotDrawable,
    Recusal,
    Stratum,
    announcement_text,
    commitment,
    drawn_from,
    hold,
    seed_text,
    take_of,
    ticket,
)

UNITS = tuple(Member(f"unit:{number}", f"u{number % 5}") for number in range(23))
INSPECTORS = Stratum(
    "inspectors", 2, tuple(Member(f"person:{number}", f"u{number % 5}") for number in range(7))
)


def announced(members=UNITS, take=3, **changes):
    lists = (Stratum("units", take, tuple(members)),)
    return Announcement("round:1.1", ("ritual",), lists, changes.get("inspectors", INSPECTORS))


def test_a_ticket_is_the_sha_256_of_seed_comma_id():
    # printf '%s' 'ritual=3 1 6 6 2,unit:7' | sha256sum
    assert ticket("ritual=3 1 6 6 2", "unit:7") == (
        "7d09e78b71a9b4e2c21d4a38cb67d62a981064f2365f529c2ab484709d589eae"
    )


def test_the_order_in_which_a_list_was_typed_changes_nothing():
    shuffled = list(UNITS)
    random.Random(4).shuffle(shuffled)
    assert commitment(announced()) == commitment(announced(shuffled))
    assert hold(announced(), "seed") == hold(announced(shuffled), "seed")


@given(st.integers(0, 10_000), st.integers(1, 22))
def test_one_that_comes_changes_only_itself(number, take):
    before = set(drawn_from(f"seed{number}", (one.id for one in UNITS), take))
    new = f"unit:new{number}"
    after = set(drawn_from(f"seed{number}", [*(one.id for one in UNITS), new], take))
    assert after == before or (new in after and after - {new} < before and len(before - after) == 1)


@given(st.integers(0, 10_000), st.integers(0, 22), st.integers(1, 20))
def test_one_that_goes_changes_only_itself(number, gone, take):
    seed, ids = f"seed{number}", [one.id for one in UNITS]
    before = drawn_from(seed, ids, take)
    left = [one for one in ids if one != ids[gone]]
    after = drawn_from(seed, left, take)
    assert [one for one in before if one != ids[gone]] == list(after)[: len(before) - (ids[gone] in before)]


def test_a_hundred_thousand_draws_prefer_nobody():
    """χ² of how often each of 20 was drawn, 2 at a time: the critical value for p = 0.001 at 19 degrees is 43.82."""
    ids, draws, take = [f"unit:{number}" for number in range(20)], 100_000, 2
    counts = Counter(one for number in range(draws) for one in drawn_from(f"ritual={number}", ids, take))
    expected = draws * take / len(ids)
    # Drawn without replacement the counts vary less than in independent draws, by this factor.
    factor = (len(ids) - take) / (len(ids) - 1)
    chi_square = sum((counts[one] - expected) ** 2 / expected for one in ids) / factor
    assert chi_square < 43.82
    # And a coin that is bent by a tenth is noticed by the same figure.
    bent = [expected * (1.1 if number == 0 else 1 - 0.1 / 19) for number in range(20)]
    assert sum((count - expected) ** 2 / expected for count in bent) / factor > 43.82
    assert math.isclose(sum(counts.values()), draws * take)


def test_lists_are_drawn_apart():
    sites = Stratum("site", 1, tuple(Member(f"channel:{n}") for n in range(3)))
    accounts = Stratum("account", 2, tuple(Member(f"channel:{n}") for n in range(3, 30)))
    lot = hold(Announcement("round:1.1", ("ritual",), (sites, accounts)), "seed")
    assert (len(lot.drawn["site"]), len(lot.drawn["account"])) == (1, 2)
    assert lot.targets() == (*lot.drawn["account"], *lot.drawn["site"])


def test_an_inspector_of_the_same_unit_steps_aside_and_the_next_in_order_steps_in():
    units = {one.id: one.unit for one in (*UNITS, *INSPECTORS.members)}
    for number in range(50):
        lot = hold(announced(), f"seed{number}")
        for target, team in lot.teams.items():
            assert len(team) == 2
            assert all(units[one] != units[target] for one in team)


def test_who_steps_aside_later_leaves_the_others_where_they_were():
    lot = hold(announced(), "seed")
    target = lot.targets()[0]
    first, second = lot.teams[target]
    again = hold(announced(), "seed", (Recusal(first, target),))
    assert again.teams[target][0] == second
    assert first not in again.teams[target]
    assert {key: team for key, team in again.teams.items() if key != target} == {
        key: team for key, team in lot.teams.items() if key != target
    }


def test_too_few_inspectors_are_named_with_the_target():
    few = Stratum("inspectors", 2, (Member("person:1", "u1"), Member("person:2", "u2")))
    with pytest.raises(NotDrawable, match="too_few_inspectors"):
        hold(announced(inspectors=few, take=23), "seed")


def test_a_share_is_rounded_up_and_read_as_written():
    assert [take_of(count, "0.10") for count in (0, 1, 10, 11, 30)] == [0, 1, 1, 2, 3]
    assert take_of(29, "1/3") == 10


@pytest.mark.parametrize(
    ("members", "take", "key"),
    [
        ((Member("unit:1"), Member("unit:1", "u2")), 1, "twice"),
        ((Member("unit 1"),), 1, "unclear"),
        ((Member("unit:1\nlist x"),), 1, "unclear"),
        ((Member("水务"),), 1, "unclear"),
        ((Member("unit:1"),), 2, "take"),
        ((Member("unit:1"),), 0, "take"),
    ],
)
def test_a_list_that_can_be_read_in_two_ways_is_refused(members, take, key):
    with pytest.raises(NotDrawable, match=key):
        announcement_text(announced(members, take))


def test_the_text_that_is_hashed_says_everything_that_decides():
    text = announcement_text(announced(UNITS[:2], 1))
    assert text.splitlines()[:6] == [
        "answerable-draw/1",
        "draw round:1.1",
        "seed ritual",
        "list units take 1 of 2",
        "unit:0 u0",
        "unit:1 u1",
    ]
    assert "list inspectors take 2 of 7" in text


def test_the_parts_of_a_seed_stand_in_their_order():
    assert seed_text([("ritual", "3 1"), ("officer-1", "x")]) == "ritual=3 1|officer-1=x"
