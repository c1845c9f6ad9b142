"""What holds a release back."""

from datetime import date, timedelta

from answerable.response.foresight.rules.holding_back import HELD_NAMES, Before, Held, held_back

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)


def test_what_is_agreed_and_asked_and_known_goes_out() -> None:
    assert held_back(Before(True, (TODAY - DAY,), 0, (TODAY,)), TODAY) == ()


def test_each_reason_holds_by_itself() -> None:
    assert held_back(Before(False), TODAY) == (Held.NOT_AGREED,)
    assert held_back(Before(True, consulting_until=(TODAY,)), TODAY) == (Held.CONSULTING,)
    assert held_back(Before(True, undecided=1), TODAY) == (Held.OPINIONS,)
    assert held_back(Before(True, gaps_until=(TODAY - DAY,)), TODAY) == (Held.GAP_DUE,)


def test_all_reasons_are_named_at_once() -> None:
    before = Before(False, (TODAY,), 2, (TODAY - DAY,))
    assert held_back(before, TODAY) == tuple(Held)
    assert set(HELD_NAMES) == set(Held)
