"""What an assessment lacks."""

from dataclasses import replace

import pytest

from answerable.response.foresight.rules.complete import LACK_NAMES, Lack, lacking, wanted
from answerable.response.foresight.rules.content import Audience, Content, Heading, Prepared, RiskPoint, View

HEAD = Heading("Price", "price", "It rises.", "en", "Spokesperson", ("Site",), ("price",), 7)
FULL = Content(
    heading=HEAD,
    audiences=(Audience("Tenants", "More."),),
    risks=(RiskPoint("Misread", 2, 2, "A table."),),
    prepared=(Prepared("question", "Why?", "Because."),),
)
VIEWS = (View("Ada", "low", "So."), View("Chen", "low", "So."))
ALL = ("comm_risk_assessment", "risk_points", "mitigations", "response_plan", "qa", "spokesperson_briefed")


def test_nothing_is_missing_of_a_full_one() -> None:
    assert lacking(FULL, VIEWS, ALL) == ()


@pytest.mark.parametrize(
    ("change", "lack"),
    [
        ({"audiences": ()}, Lack.AUDIENCES),
        ({"risks": ()}, Lack.RISKS),
        ({"risks": (RiskPoint("Misread", 2, 2, " "),)}, Lack.MEASURES),
        ({"prepared": (Prepared("holding", "x", "y"),)}, Lack.QUESTIONS),
        ({"prepared": (Prepared("question", "Why?", ""),)}, Lack.ANSWERS),
        ({"heading": replace(HEAD, spokesperson="")}, Lack.SPOKESPERSON),
        ({"heading": replace(HEAD, channels=())}, Lack.CHANNELS),
        ({"heading": replace(HEAD, terms=())}, Lack.TERMS),
    ],
)
def test_each_thing_that_is_missing_is_named(change, lack: Lack) -> None:
    assert lacking(replace(FULL, **change), VIEWS, ALL) == (lack,)


def test_two_views_are_always_asked_for() -> None:
    assert lacking(FULL, VIEWS[:1], ()) == (Lack.VIEWS,)


def test_a_gate_asks_for_what_it_names_and_one_that_names_nothing_for_all() -> None:
    assert Lack.RISKS not in wanted(("qa", "wording"))
    assert set(wanted(("wording", "facts"))) == set(Lack)


def test_every_lack_has_its_words() -> None:
    assert set(LACK_NAMES) == set(Lack)
