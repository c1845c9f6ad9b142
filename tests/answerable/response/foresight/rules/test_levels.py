"""The level of a risk."""

import pytest

from answerable.response.foresight.rules.content import RiskPoint, View
from answerable.response.foresight.rules.levels import (
    MARKS,
    RANK,
    Level,
    agreed,
    dissent,
    level_of_point,
    offered,
    suggested,
)


def view(name: str, level: str) -> View:
    """What somebody says."""
    return View(name, level, "So.")


@pytest.mark.parametrize(
    ("likelihood", "effect", "level"),
    [
        (1, 1, "low"),
        (2, 1, "low"),
        (1, 3, "medium"),
        (2, 2, "medium"),
        (2, 3, "high"),
        (3, 2, "high"),
        (3, 3, "high"),
    ],
)
def test_likelihood_and_effect_give_a_level(likelihood: int, effect: int, level: str) -> None:
    assert level_of_point(likelihood, effect) == level


def test_more_of_either_never_lowers_the_level() -> None:
    for likelihood in MARKS:
        for effect in MARKS:
            for more in ((min(likelihood + 1, 3), effect), (likelihood, min(effect + 1, 3))):
                assert RANK[level_of_point(*more)] >= RANK[level_of_point(likelihood, effect)]


def test_the_gravest_point_suggests_the_level() -> None:
    points = [RiskPoint("a", 1, 1, ""), RiskPoint("b", 2, 3, ""), RiskPoint("c", 2, 2, "")]
    assert suggested(points) is Level.HIGH
    assert suggested([]) is Level.LOW


def test_no_level_holds_before_two_have_spoken() -> None:
    assert agreed([]) is None
    assert agreed([view("Ada", "high")]) is None
    assert dissent([view("Ada", "high")]) is None


def test_the_higher_of_two_holds_and_the_lower_is_the_dissent() -> None:
    views = [view("Ada", "low"), view("Chen", "medium")]
    assert agreed(views) is Level.MEDIUM
    assert dissent(views) == views[0]
    assert dissent([view("Ada", "low"), view("Chen", "low")]) is None


def test_a_plan_that_names_levels_of_its_own_offers_those() -> None:
    assert offered(["low", "high"]) == (Level.LOW, Level.HIGH)
    for strange in (None, "high", ["red", "green"], ["high"]):
        assert offered(strange) == tuple(Level)
