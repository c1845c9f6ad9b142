"""Who is meant: a number tells for good, a name with an address next, a bare name only when it is theirs alone."""

import pytest

from answerable.office.people.rules.roster_cells import Line
from answerable.office.people.rules.roster_persons import KnownPerson, Persons, Unclear, by_how_much_they_say

LI = KnownPerson(1, "Li", "7", "office@b.example")
OTHER_LI = KnownPerson(2, "Li", "", "office@b.example")
WU = KnownPerson(3, "Wu", "", "")


def key(*people, **row):
    return Persons(people).key_of(Line(2, **row))


def test_a_staff_number_tells_for_good():
    assert key(LI, OTHER_LI, person="Li", staff_number="7") == "=1"


def test_an_address_shared_by_an_office_does_not_make_two_people_one():
    assert key(WU, LI, person="Zhao", email="office@b.example") not in ("=1", "=3")


def test_a_number_is_added_to_the_one_who_had_none():
    assert key(WU, person="Wu", staff_number="9") == "=3"


def test_a_bare_name_of_two_is_unclear():
    with pytest.raises(Unclear):
        key(LI, OTHER_LI, person="Li")


def test_rows_that_say_more_are_looked_at_first():
    rows = [
        Line(2, person="Li"),
        Line(3),
        Line(4, person="Li", email="a@b.example"),
        Line(5, person="Li", staff_number="1"),
    ]
    assert [line.row for line in by_how_much_they_say(rows)] == [5, 4, 2]
