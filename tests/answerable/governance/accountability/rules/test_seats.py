"""Nobody judges a matter of their own, of those whose filings they take, or what they established themselves."""

import pytest

from answerable.governance.accountability.rules.seats import Hindrance, Role, hindrance

ADA, BORIS, CHEN, DANA = 1, 2, 3, 4


@pytest.mark.parametrize("role", [Role.FINDER, Role.PANEL, Role.REVIEWER])
def test_the_one_concerned_and_a_superior_take_no_part(role):
    assert hindrance(CHEN, role, CHEN, DANA, []) is Hindrance.CONCERNED
    assert hindrance(ADA, role, CHEN, DANA, [(ADA, Role.SUPERIOR, False)]) is Hindrance.SUPERIOR


@pytest.mark.parametrize(
    ("held", "wanted", "why"),
    [
        (Role.FINDER, Role.PANEL, Hindrance.FOUND_FACTS),
        (Role.FINDER, Role.REVIEWER, Hindrance.FOUND_FACTS),
        (Role.PANEL, Role.REVIEWER, Hindrance.DECIDED),
        (Role.PANEL, Role.FINDER, Hindrance.DECIDED),
        (Role.PANEL, Role.PANEL, Hindrance.SEATED),
    ],
)
def test_one_part_bars_from_the_next(held, wanted, why):
    assert hindrance(BORIS, wanted, CHEN, DANA, [(BORIS, held, False)]) is why


def test_who_stepped_aside_stays_aside_and_who_had_no_part_may_sit():
    assert hindrance(BORIS, Role.PANEL, CHEN, DANA, [(BORIS, Role.PANEL, True)]) is Hindrance.STOOD_ASIDE
    assert hindrance(BORIS, Role.PANEL, CHEN, DANA, [(ADA, Role.FINDER, False)]) is None


def test_who_opened_the_file_does_not_judge_it():
    assert hindrance(DANA, Role.PANEL, CHEN, DANA, []) is Hindrance.OPENED
    assert hindrance(DANA, Role.REVIEWER, CHEN, DANA, []) is Hindrance.OPENED
    assert hindrance(DANA, Role.FINDER, CHEN, DANA, []) is None
