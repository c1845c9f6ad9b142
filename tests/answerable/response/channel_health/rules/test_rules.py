"""Freshness of columns, what a status says of a link, the week of tries, what can become of a finding."""

from datetime import date, timedelta

import pytest

from answerable.response.channel_health.rules.faults import (
    FAULT_NAMES,
    GRAVE,
    METRIC_OF,
    MOVES,
    Fault,
    Move,
    State,
    moves_by_hand,
)
from answerable.response.channel_health.rules.freshness import (
    ColumnKind,
    ColumnSeen,
    HomeSeen,
    Line,
    ages,
    home_days,
)
from answerable.response.channel_health.rules.links import Life, host_of, is_page, life_of
from answerable.response.channel_health.rules.metrics import Limits
from answerable.response.channel_health.rules.reach import is_good, reach

TODAY = date(2026, 3, 2)
LIMITS = Limits(news_days=14, notices_days=180)


def column(pk, kind, *days):
    lines = tuple(
        Line(f"/{pk}/{at}", TODAY - timedelta(days=day) if day is not None else None)
        for at, day in enumerate(days)
    )
    return ColumnSeen(pk, kind, lines)


def test_news_stale_after_two_weeks_and_notices_after_half_a_year():
    found = ages(
        [
            column(1, ColumnKind.NEWS, 14, 90),
            column(2, ColumnKind.NEWS, 15),
            column(3, ColumnKind.NOTICES, 180),
            column(4, ColumnKind.NOTICES, 181),
            column(5, ColumnKind.STANDING, 4000),
            column(6, ColumnKind.NEWS),
        ],
        LIMITS,
        TODAY,
    )
    assert [one.column for one in found if one.stale] == [2, 4]
    assert [one.column for one in found if one.empty] == [6]


def test_a_day_ahead_does_not_make_a_column_fresh():
    found = ages([column(1, ColumnKind.NEWS, -30, 20)], LIMITS, TODAY)
    assert (found[0].days, found[0].stale) == (20, True)


def test_a_column_without_days_is_dated_by_its_pages_and_by_first_sight():
    lines = (Line("/a", None, TODAY - timedelta(days=20)), Line("/b", None, None, TODAY - timedelta(days=3)))
    assert ages([ColumnSeen(1, ColumnKind.NEWS, lines)], LIMITS, TODAY)[0].days == 3
    assert ages([ColumnSeen(1, ColumnKind.NEWS, (Line("/a"),))], LIMITS, TODAY)[0].days is None


def test_a_menu_that_stands_on_every_column_fills_none_of_them():
    menu = tuple(Line(f"/menu/{at}") for at in range(5))
    columns = [ColumnSeen(pk, ColumnKind.NEWS, menu) for pk in (1, 2)]
    columns += [ColumnSeen(3, ColumnKind.NEWS, (*menu, Line("/x", TODAY)))]
    assert [one.column for one in ages(columns, LIMITS, TODAY) if one.empty] == [1, 2]


def test_a_column_that_could_not_be_read_is_not_judged():
    assert ages([ColumnSeen(1, ColumnKind.NEWS, (), read=False)], LIMITS, TODAY) == ()


def test_a_home_page_is_dated_by_its_lines_else_by_its_own_change():
    lines = (Line("/a", TODAY - timedelta(days=3)), Line("/b", TODAY + timedelta(days=3)))
    assert home_days(HomeSeen(lines, TODAY), TODAY) == 3
    assert home_days(HomeSeen((), TODAY - timedelta(days=5)), TODAY) == 5
    assert home_days(HomeSeen(), TODAY) is None


@pytest.mark.parametrize(
    ("status", "error", "life"),
    [
        (200, "", Life.ALIVE),
        (404, "", Life.DEAD),
        (410, "", Life.DEAD),
        (403, "", Life.UNJUDGED),
        (429, "", Life.UNJUDGED),
        (500, "", Life.SILENT),
        (None, "unknown_host", Life.DEAD),
        (None, "too_slow", Life.SILENT),
        (None, "robots", Life.UNJUDGED),
        (None, "blocked", Life.UNJUDGED),
    ],
)
def test_only_what_is_certain_is_called_dead(status, error, life):
    assert life_of(status, error) is life


def test_files_are_tried_and_pages_are_read():
    assert is_page("http://a.example/news/")
    assert is_page("http://a.example/a.shtml")
    assert is_page("http://a.example")
    assert not is_page("http://a.example/forms/a.PDF")
    assert host_of("http://A.example:8080/x") == "a.example:8080"


def test_a_week_of_tries_needs_seven_days_of_twenty():
    days = [TODAY - timedelta(days=back) for back in range(7)]
    full = dict.fromkeys(days, (24, 1))
    assert reach(full, days).percent == pytest.approx(4.17)
    assert reach({**full, TODAY: (19, 1)}, days).percent is None
    assert [is_good(status) for status in (200, 301, 403, 404, 500)] == [True, True, True, False, False]


def test_every_fault_has_its_measure_and_its_words():
    assert set(METRIC_OF) == set(FAULT_NAMES) == set(Fault)


def test_a_person_judges_suspicions_and_cannot_declare_a_fact_put_right():
    assert Move.CONFIRM in moves_by_hand(Fault.DATE_AHEAD, State.OPEN)
    assert moves_by_hand(Fault.LINK_DEAD, State.OPEN) == (Move.DISMISS,)
    assert Move.FIX in moves_by_hand(GRAVE[0], State.CONFIRMED)
    assert moves_by_hand(Fault.LINK_DEAD, State.FIXED) == ()
    assert MOVES.after(State.FIXED, Move.RETURN) is State.OPEN
