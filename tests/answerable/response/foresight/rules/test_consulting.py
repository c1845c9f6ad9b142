"""Public comment and hearings."""

from datetime import date, timedelta

import pytest

from answerable.response.foresight.rules.consulting import (
    FAULT_NAMES,
    Asking,
    Fault,
    Limits,
    Verdict,
    Way,
    faults,
    is_decided,
)

FIRST = date(2026, 3, 2)


def comment(days: int, why: str = "") -> Asking:
    """A comment period of so many days."""
    return Asking(Way.COMMENT, FIRST, FIRST + timedelta(days=days), why_short=why)


def hearing(material: int | None, selection: str = "By lot") -> Asking:
    """A hearing in thirty days with its material so many days before."""
    held = FIRST + timedelta(days=30)
    sent = held - timedelta(days=material) if material is not None else None
    return Asking(Way.HEARING, FIRST, held, sent, selection=selection)


def test_thirty_days_are_enough_and_twenty_nine_are_explained() -> None:
    assert faults(comment(30), Limits()) == ()
    assert faults(comment(29), Limits()) == (Fault.SHORT,)
    assert faults(comment(29, "An emergency."), Limits()) == ()


def test_the_plan_may_set_another_time() -> None:
    assert faults(comment(20), Limits(comment=20)) == ()


def test_it_does_not_end_before_it_begins() -> None:
    assert faults(comment(-1, "So."), Limits()) == (Fault.ENDS_FIRST,)


def test_a_hearing_sends_its_material_seven_days_before_and_says_how_it_chose() -> None:
    assert faults(hearing(7), Limits()) == ()
    assert faults(hearing(6), Limits()) == (Fault.LATE_MATERIAL,)
    assert faults(hearing(None, " "), Limits()) == (Fault.NO_SELECTION, Fault.NO_MATERIAL)


@pytest.mark.parametrize(
    ("verdict", "why", "decided"),
    [
        ("", "So.", False),
        (Verdict.ADOPTED, "", True),
        (Verdict.NOT, "", False),
        (Verdict.PARTLY, "Half.", True),
    ],
)
def test_an_opinion_is_answered_with_its_reason(verdict: str, why: str, decided: bool) -> None:
    assert is_decided(verdict, why) is decided


def test_every_fault_has_its_sentence() -> None:
    assert set(FAULT_NAMES) == set(Fault)
