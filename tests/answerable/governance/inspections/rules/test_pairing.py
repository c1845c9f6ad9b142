"""Pairings from two to two hundred units: nobody at itself, no two at one another, nobody as last time."""

import itertools
import random

import pytest

from answerable.governance.inspections.rules.draw import NotDrawable
from answerable.governance.inspections.rules.pairing import (
    Wanted,
    faults_of,
    mutual_pairs,
    pair,
    times_over,
)


def units(count):
    return tuple(f"unit:{number}" for number in range(count))


@pytest.mark.parametrize("count", range(3, 201))
def test_units_are_paired_and_paired_anew_without_any_fault(count):
    first = pair(Wanted(units(count), f"seed {count}"))
    last = frozenset(first.pairs.items())
    second = pair(Wanted(units(count), f"seed {count} again", last=last))
    for made in (first, second):
        assert faults_of(made.pairs, units(count)) == ()
        assert (made.mutual, made.repeats, made.proven) == ((), (), True)
    assert not last & set(second.pairs.items())


def test_two_units_can_only_look_at_one_another():
    made = pair(Wanted(units(2), "seed"))
    assert made.mutual == (("unit:0", "unit:1"),)
    assert made.proven
    again = pair(Wanted(units(2), "seed", last=frozenset(made.pairs.items())))
    assert len(again.repeats) == 2


def test_the_same_seed_gives_the_same_pairs_whatever_the_order_of_the_list():
    shuffled = list(units(40))
    random.Random(1).shuffle(shuffled)
    assert pair(Wanted(units(40), "seed")) == pair(Wanted(tuple(shuffled), "seed"))
    assert pair(Wanted(units(40), "seed")) != pair(Wanted(units(40), "seed 2"))


@pytest.mark.parametrize("count", [8, 20, 60, 200])
def test_pairs_that_were_ruled_out_never_come(count):
    chance = random.Random(count)
    ring = [*units(count)]
    chance.shuffle(ring)
    #: A ring stays allowed, and of everything else a few of each unit: thin enough to need a search.
    kept = set(itertools.pairwise([*ring, ring[0]])) | {
        (one, other) for one in ring for other in chance.sample(ring, 3)
    }
    apart = frozenset(
        (one, other) for one in ring for other in ring if one != other and (one, other) not in kept
    )
    made = pair(Wanted(units(count), "seed", apart=apart))
    assert faults_of(made.pairs, units(count), apart) == ()
    assert made.mutual == ()


def test_small_cases_are_as_good_as_the_best_of_all_pairings():
    for number in range(60):
        chance = random.Random(number)
        names = units(chance.randint(2, 6))
        draw = {(a, b) for a in names for b in names if a != b and chance.random() < 0.3}
        last = frozenset((a, b) for a in names for b in names if a != b and chance.random() < 0.25)
        best = best_of_all(names, draw, last)
        if best is None:
            with pytest.raises(NotDrawable):
                pair(Wanted(names, "seed", last, frozenset(draw)))
            continue
        made = pair(Wanted(names, "seed", last, frozenset(draw)))
        assert made.proven
        assert (len(made.mutual), len(made.repeats)) == best


def best_of_all(names, apart, last):
    """Try every pairing there is; gives the least mutual pairs and with them the least repeats."""
    found = []
    for order in itertools.permutations(names):
        pairs = dict(zip(names, order, strict=True))
        if not faults_of(pairs, names, apart):
            found.append((len(mutual_pairs(pairs)), len(set(pairs.items()) & last)))
    return min(found, default=None)


def test_a_unit_with_nobody_left_is_named():
    names = units(4)
    apart = frozenset(("unit:2", other) for other in names)
    with pytest.raises(NotDrawable, match="nobody_left: unit:2"):
        pair(Wanted(names, "seed", apart=apart))
    with pytest.raises(NotDrawable, match="too_few_units"):
        pair(Wanted(("unit:0",), "seed"))


def test_peers_are_others_each_time():
    made = times_over(Wanted(units(7), "seed"), 3)
    pairs = [one for each in made for one in each.pairs.items()]
    assert len(set(pairs)) == 21


def test_a_checker_without_a_search_sees_every_fault():
    names = units(3)
    good = {"unit:0": "unit:1", "unit:1": "unit:2", "unit:2": "unit:0"}
    assert faults_of(good, names) == ()
    assert faults_of(good, names, [("unit:0", "unit:1")]) == ("ruled_out",)
    assert faults_of({**good, "unit:0": "unit:0"}, names) == ("not_everyone_once", "itself")
    assert faults_of({"unit:0": "unit:1"}, names) == ("not_everyone_once",)
