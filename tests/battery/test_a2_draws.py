"""A2: draws are recomputed from their public files by others: node, and by hand with `sha256sum` as the docs tell it.

The controls are the ways in which lots are often drawn: a sample of a seeded generator over the list, which falls
otherwise for everybody once a unit comes or goes, and a check that looks at the hash of the list alone.
"""

import copy
import json
import random
import shutil
import subprocess
from collections import Counter

import pytest

from answerable.governance.inspections.rules.bundle import faults
from answerable.governance.inspections.rules.draw import drawn_from, sha256
from answerable.governance.inspections.static.inspections import verify_draw
from tests.answerable.governance.inspections.rules.test_bundle import LIES, a_bundle, lie, node

DRAWS = 1000
BY_HAND = 25
TAKE = 3
UNITS = [f"unit:{number}" for number in range(25)]
#: χ² at 24 degrees of freedom, p = 0.001.
CRITICAL = 51.18


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_a_thousand_draws_are_the_same_in_another_language(tmp_path, tally):
    bundles = [a_bundle(number) for number in range(2000, 2000 + DRAWS)]
    file = tmp_path / "bundles.jsonl"
    file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in bundles), encoding="utf-8")
    said = json.loads(node("recompute.mjs", file))
    other = [number for number, one in enumerate(bundles) if said["apart"][number] != one["result"]]
    assert other == []
    assert said["hashes"] == [one["commitment"]["sha256"] for one in bundles]
    assert said["page"] == [[]] * DRAWS
    tally(cases=DRAWS, lost=len(other))


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_draws_are_the_same_by_hand_as_the_docs_tell_it(tmp_path, tally):
    """`printf '%s' 'SEED,ID' | sha256sum`; the smallest of each list are drawn, compared as text."""
    for number in range(BY_HAND):
        bundle = a_bundle(number + 5000)
        folder = tmp_path / str(number)
        folder.mkdir()
        for one in bundle["announced"]["lists"]:
            ids = {str(place): each["id"] for place, each in enumerate(one["members"])}
            for place, name in ids.items():
                (folder / place).write_text(f"{bundle['seed']},{name}", encoding="utf-8")
            said = subprocess.run(["sha256sum", *ids], cwd=folder, capture_output=True, text=True, check=True)
            tickets = sorted(tuple(line.split()) for line in said.stdout.splitlines())
            smallest = [ids[place] for _ticket, place in tickets[: one["take"]]]
            assert smallest == bundle["result"]["drawn"][one["name"]]
    tally(cases=BY_HAND)


def changed(bundle, chance):
    """The same file with one value that decides changed, at a place picked at random."""
    told = copy.deepcopy(bundle)
    lists = told["announced"]["lists"]
    one = chance.choice(lists)
    member = chance.choice(one["members"])
    team = chance.choice(list(told["result"]["teams"].values()))
    act = chance.choice(
        (
            lambda: member.update(id=f"{member['id']}x"),
            lambda: member.update(unit="u77"),
            lambda: one["members"].remove(member),
            lambda: one.update(take=one["take"] + 1),
            lambda: told["seeds"][0].update(value="6 6 6"),
            lambda: told["seeds"][1].update(value="another one"),
            lambda: told.update(seed=told["seed"] + " "),
            lambda: told["commitment"].update(sha256=sha256("another list")),
            lambda: told["commitment"].update(at="2026-03-02T09:00:00.000000+00:00"),
            lambda: told["result"]["drawn"][one["name"]].append(f"{one['name']}:99"),
            lambda: team.append("person:199"),
            lambda: told["recusals"].append({"inspector": team[0], "target": "", "at": ""}),
        )
    )
    act()
    return told


def only_the_hash(bundle):
    """The control: a check that takes the hash of the list for the whole proof."""
    return bundle["commitment"]["sha256"] == sha256(bundle["commitment"]["text"])


def test_a_doctored_file_is_refused_by_the_house_and_by_the_script(tally):
    chance = random.Random(20_261_123)
    doctored = [changed(a_bundle(number), chance) for number in range(500)]
    doctored += [lie(a_bundle(7), where) for where in LIES]
    missed = [number for number, told in enumerate(doctored) if not verify_draw.faults(told)]
    assert missed == []
    assert [number for number, told in enumerate(doctored) if not refused(told)] == []
    tally(cases=len(doctored), faults=len(doctored), lost=len(missed))


def refused(told):
    """Whether the house's own check says no; a list from which more is taken than there is, is no list at all."""
    try:
        return faults(told) != ()
    except ValueError:
        return True


def test_the_control_that_compares_the_hash_alone_believes_most_doctored_files(tally):
    chance = random.Random(20_261_123)
    believed = sum(only_the_hash(changed(a_bundle(number), chance)) for number in range(200))
    assert believed > 100
    tally(cases=200, faults=200, control=True)


def moved(draw, chance, seeds):
    """How many of many draws give another unit in or out of the lot when one unit, which was not drawn, goes."""
    found = 0
    for seed in range(seeds):
        before = draw(f"ritual={seed}", UNITS)
        gone = chance.choice([one for one in UNITS if one not in before])
        found += set(draw(f"ritual={seed}", [one for one in UNITS if one != gone])) != set(before)
    return found


def by_generator(seed, units):
    """The control: what a quick hand writes."""
    return random.Random(seed).sample(units, TAKE)


def test_a_unit_that_goes_moves_nobody_else(tally):
    assert moved(lambda seed, units: drawn_from(seed, units, TAKE), random.Random(4), DRAWS) == 0
    tally(cases=DRAWS, faults=DRAWS)


def test_the_control_drawn_by_a_seeded_generator_falls_otherwise_for_the_others(tally):
    assert moved(by_generator, random.Random(4), 200) > 100
    tally(cases=200, faults=200, control=True)


def chi_square(counts, draws):
    """χ² of how often each unit was drawn; drawn without putting back, counts vary less, by the last factor."""
    expected = draws * TAKE / len(UNITS)
    factor = (len(UNITS) - TAKE) / (len(UNITS) - 1)
    return sum((counts[one] - expected) ** 2 / expected for one in UNITS) / factor


def test_no_unit_is_drawn_more_often_than_chance_has_it(tally):
    draws = 20_000
    counts = Counter(
        one for seed in range(draws) for one in drawn_from(f"ritual={seed}|officer-1=a", UNITS, TAKE)
    )
    assert chi_square(counts, draws) < CRITICAL
    tally(cases=draws)


def test_the_control_that_sorts_by_the_first_digit_of_the_ticket_is_noticed(tally):
    """Where tickets tie, the list's own order decides: those that stand first are drawn more often."""
    draws = 20_000
    counts = Counter()
    for seed in range(draws):
        counts.update(sorted(UNITS, key=lambda one: sha256(f"ritual={seed},{one}")[0])[:TAKE])
    assert chi_square(counts, draws) > CRITICAL
    tally(cases=draws, control=True)
