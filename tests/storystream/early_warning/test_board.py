"""The two memories."""

import json

import numpy as np

from storystream.early_warning.board import FIRST_ROWS, Board
from storystream.early_warning.settings import Settings


def board_of(*columns: list[float], exposures: list[list[float]] | None = None) -> Board:
    """A board of the series "a", "b", ... with these intervals."""
    board = Board(Settings())
    names = [chr(97 + row) for row in range(len(columns[0]))]
    for place, column in enumerate(columns):
        board.advance(silent=False, owing=1.0)
        if place == 0:
            board.add(names, silent_before=False)
        covered = exposures[place] if exposures else [1.0] * len(column)
        rows = np.arange(len(column))
        board.enter(rows, np.array(column, np.float32), np.array(covered, np.float32), owing=1.0)
    return board


def test_the_newest_interval_is_the_last() -> None:
    board = board_of([1, 2], [3, 4], [5, 6])
    assert board.strip("seen", 3).tolist() == [[1, 3, 5], [2, 4, 6]]
    assert board.strip("seen", 3, 1).tolist() == [[1, 3], [2, 4]]


def test_the_memory_slides_for_longer_than_its_strip() -> None:
    board = board_of(*[[float(step)] for step in range(200)])
    assert board.strip("seen", 4)[0].tolist() == [196, 197, 198, 199]
    assert board.strip("seen", board.length)[0, 0] == 200 - board.length


def test_after_a_gap_the_catch_up_is_granted_and_not_learnt() -> None:
    board = board_of([2], [0], [0], [6], [2], exposures=[[1], [0], [0], [1], [1]])
    assert board.strip("covered", 5)[0].tolist() == [1, 0, 0, 3, 1]
    assert board.strip("learnable", 5)[0].tolist() == [1, 0, 0, 0, 1]


def test_a_series_met_later_was_silent_before_where_silence_is_known() -> None:
    board = board_of([1], [1], [1])
    board.add(["late"], silent_before=True)
    board.add(["unknown"], silent_before=False)
    assert board.strip("covered", 4)[1:].tolist() == [[0, 1, 1, 1], [0, 0, 0, 0]]


def test_a_correction_rewrites_the_past() -> None:
    board = board_of([1], [2], [3])
    board.correct(0, 1, 9, 1.0)
    assert board.strip("seen", 3)[0].tolist() == [1, 9, 3]
    board.correct(0, 1, 9, 0.0)
    assert board.strip("learnable", 3)[0].tolist() == [1, 0, 1]


def test_a_capped_interval_is_seen_whole_and_learnt_in_part() -> None:
    board = board_of([30])
    board.cap(0, 8.0)
    assert (board.strip("seen", 1)[0, 0], board.strip("learnt", 1)[0, 0]) == (30, 8)


def test_many_series_find_room() -> None:
    board = board_of([1], [1])
    board.add([str(row) for row in range(5 * FIRST_ROWS)], silent_before=True)
    assert len(board) == 5 * FIRST_ROWS + 1
    assert board.strip("seen", 2)[0].tolist() == [1, 1]


def test_only_a_wholly_silent_series_is_idle() -> None:
    length = Settings().memory
    columns = [[0.0, 0.0, 0.0] for _ in range(length)]
    exposures = [[1.0, 1.0, 1.0] for _ in range(length)]
    columns[3][1], exposures[7][2] = 1.0, 0.0
    assert board_of(*columns, exposures=exposures).idle().tolist() == [True, False, False]


def test_dropped_rows_leave_the_others_as_they_were() -> None:
    board = board_of([1, 2, 3], [4, 5, 6])
    board.keep(np.array([True, False, True]))
    assert board.names == ["a", "c"]
    assert board.rows == {"a": 0, "c": 1}
    assert board.strip("seen", 2).tolist() == [[1, 4], [3, 6]]


def test_a_saved_board_is_json_and_comes_back_the_same() -> None:
    board = board_of([1, 2], [0, 4], exposures=[[1, 1], [0, 1]])
    board.open[1] = True
    other = Board(Settings())
    other.load(json.loads(json.dumps(board.save())))
    assert other.save() == board.save()
    assert other.strip("covered", 2).tolist() == board.strip("covered", 2).tolist()
