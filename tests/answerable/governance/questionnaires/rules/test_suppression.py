"""No count under five can be worked out from what is shown: held against trying out every table there can be."""

import random
from itertools import product

import pytest

from answerable.governance.questionnaires.rules.suppression import LEAST, Arc, play, to_hide
from answerable.governance.questionnaires.rules.tables import shown_crossed, shown_row


def rows_like(shown, total):
    """Every row of counts that agrees with what is shown and with its total."""
    gaps = [place for place, count in enumerate(shown) if count is None]
    rest = total - sum(count for count in shown if count is not None)
    for filled in product(range(rest + 1), repeat=len(gaps)):
        if sum(filled) == rest:
            row = list(shown)
            for place, count in zip(gaps, filled, strict=True):
                row[place] = count
            yield row


@pytest.mark.parametrize("seed", range(60))
def test_in_one_row_every_small_count_could_be_at_least_six_numbers(seed):
    chance = random.Random(seed)
    counts = [chance.choice((0, 1, 2, 3, 4, 5, 6, 9, 12)) for _cell in range(chance.randint(2, 4))]
    shown = shown_row(counts)
    if sum(counts) < LEAST:
        assert set(shown) == {None}
        return
    possible = list(rows_like(shown, sum(counts)))
    assert counts in possible
    for place, count in enumerate(counts):
        if count < LEAST:
            assert len({row[place] for row in possible}) > LEAST
    assert all(count is None or count >= LEAST for count in shown)


def test_a_row_without_small_counts_is_shown_whole():
    assert shown_row([7, 5]) == (7, 5)
    assert shown_row([40, 30, 20]) == (40, 30, 20)


def test_a_small_count_takes_the_smallest_beside_it_along():
    assert shown_row([30, 9, 2]) == (30, None, None)
    assert shown_row([12, 0]) == (None, None)


def tables_like(crossed, columns, totals):
    """Every table of two rows that agrees with what is shown: cells, sizes of groups, and the row of all."""
    first, second = crossed.cells
    for row in rows_like(list(first), totals[0]):
        other = [
            column - count if column is not None else None for column, count in zip(columns, row, strict=True)
        ]
        if any(count is not None and count < 0 for count in other):
            continue
        for filled in rows_like(other, totals[1]):
            agrees = all(seen is None or seen == count for seen, count in zip(second, filled, strict=True))
            if agrees and all(count >= 0 for count in filled):
                yield row, filled


@pytest.mark.parametrize("seed", range(40))
def test_by_group_every_small_count_could_be_at_least_six_numbers(seed):
    chance = random.Random(seed)
    width = chance.randint(2, 3)
    inner = [[chance.choice((0, 1, 3, 5, 6, 8, 11)) for _cell in range(width)] for _group in range(2)]
    totals = [sum(row) for row in inner]
    columns = shown_row([a + b for a, b in zip(*inner, strict=True)])
    rows = shown_row(totals)
    crossed = shown_crossed(inner, rows, columns, [0, 0])
    if crossed is None or None in rows:
        return
    possible = list(tables_like(crossed, columns, totals))
    assert tuple(inner) in possible
    for group in range(2):
        for place in range(width):
            if inner[group][place] < LEAST:
                assert len({table[group][place] for table in possible}) > LEAST


def test_a_group_whose_size_is_held_back_is_held_back_whole():
    inner = [[20, 20], [15, 15], [3, 1]]
    crossed = shown_crossed(inner, shown_row([40, 30, 4]), shown_row([38, 36]), [0, 0, 0])
    assert crossed is not None
    assert crossed.rows[2] is None
    assert crossed.cells[2] == (None, None)
    assert crossed.cells[1] == (None, None)


def test_who_left_it_empty_is_not_shown_by_group_and_gives_no_small_count_away():
    crossed = shown_crossed([[20, 6], [15, 9]], (30, 26), (35, 15), [4, 2])
    assert crossed is not None
    assert crossed.cells == ((20, 6), (15, 9))


def test_what_is_published_is_never_hidden_afterwards_and_too_little_says_so():
    assert to_hide([Arc(0, 1, 9, published=True), Arc(0, 1, 2)]) is None
    assert to_hide([Arc(0, 1, 9), Arc(0, 1, 2)]) == {0, 1}


def test_the_play_of_a_hidden_count_is_what_others_leave_it():
    arcs = [Arc(0, 1, 3), Arc(0, 1, 7), Arc(0, 1, 20)]
    assert play(arcs, {0, 1}, 0) == (3, 5)
    assert play(arcs, {0}, 0) == (0, 0)
    chain = [Arc(0, 1, 2), Arc(1, 0, 2)]
    assert play(chain, {0, 1}, 0) == (2, 5)
