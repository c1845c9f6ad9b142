"""Dates are doubted for what was seen, and honest ones are left in peace."""

from datetime import date, timedelta

import pytest

from answerable.response.channel_health.rules.honesty import Doubt, LineSeen, PageSeen, of_list, of_page

TODAY = date(2026, 3, 2)


def ago(days):
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("page", "doubt"),
    [
        (PageSeen("p", ago(3), file_day=ago(3), map_day=ago(3)), None),
        (PageSeen("p", ago(3), file_day=ago(5)), None),  # put up the evening before, in another zone
        (PageSeen("p", ago(3), file_day=ago(6)), Doubt.OLD_FILE),
        (PageSeen("p", ago(3), map_day=ago(6)), Doubt.OLD_MAP),
        (PageSeen("p", ago(30), file_day=ago(1), map_day=ago(1)), None),  # edited later: honest
        (PageSeen("p", ago(-1)), None),
        (PageSeen("p", ago(-2)), Doubt.AHEAD),
        (PageSeen("p"), None),
    ],
)
def test_a_page_is_doubted_when_it_is_later_than_it_can_be(page, doubt):
    assert [one.doubt for one in of_page(page, TODAY)] == ([doubt] if doubt else [])


def doubts(lines, pages=(), last_look=None):
    seen = {page.address: page for page in pages}
    found = of_list(lines, seen, last_look=last_look, today=TODAY)
    return [(one.doubt, one.address, one.times) for one in found]


def test_list_and_page_must_bear_the_same_day():
    page = PageSeen("a", ago(9))
    assert doubts([LineSeen("a", ago(1))], [page]) == [(Doubt.TWO_DAYS, "a", 1)]
    assert doubts([LineSeen("a", ago(8))], [page]) == []


def test_a_day_ahead_is_told_once_by_the_page_or_by_the_list():
    ahead = TODAY + timedelta(days=9)
    assert doubts([LineSeen("a", ahead)]) == [(Doubt.AHEAD, "a", 1)]
    assert doubts([LineSeen("a", ahead)], [PageSeen("a", ahead)]) == []


def test_a_line_slipped_in_above_known_ones_with_an_old_day_is_backdated():
    lines = [LineSeen("new", ago(0)), LineSeen("slipped", ago(20)), LineSeen("old", ago(5), known=True)]
    assert doubts(lines, last_look=ago(1)) == [(Doubt.BACKDATED, "slipped", 1)]


def test_old_lines_that_move_up_at_the_end_of_a_list_are_not_backdated():
    lines = [LineSeen("old", ago(5), known=True), LineSeen("older", ago(20))]
    assert doubts(lines, last_look=ago(1)) == []


def test_the_first_look_doubts_no_past():
    lines = [LineSeen("a", ago(20)), LineSeen("b", ago(5), known=True)]
    assert doubts(lines, last_look=None) == []


def test_a_list_that_got_new_days_and_no_new_text_is_told_once():
    lines = [LineSeen(name, ago(1), known=True, day_before=ago(30)) for name in "abc"]
    same = [PageSeen(name, ago(1), same_text=True) for name in "abc"]
    assert doubts(lines, same, last_look=ago(1)) == [(Doubt.REDATED, "a", 3)]


def test_new_days_with_new_texts_or_on_one_line_alone_are_a_correction():
    lines = [LineSeen(name, ago(1), known=True, day_before=ago(30)) for name in "abc"]
    assert doubts(lines, [PageSeen(name, ago(1)) for name in "abc"], last_look=ago(1)) == []
    assert doubts(lines, [PageSeen("a", ago(1), same_text=True)], last_look=ago(1)) == []
