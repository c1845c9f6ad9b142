"""A cell shows the worst of its runs with its count."""

from answerable.governance.duties.rules.matrix import Tally, fold, summed, worst
from answerable.governance.duties.rules.standing import Tone, Word


def test_a_cell_shows_the_worst_word_how_often_and_of_how_many():
    tallies = [
        Tally("d", 1, Word.DONE, 3),
        Tally("d", 1, Word.LATE, 2),
        Tally("e", 1, Word.LATE, 1),
        Tally("d", 2, Word.DONE, 1),
    ]
    cells = fold(tallies, {"c1": ["d", "e"], "c2": []})
    assert (cells["c1", 1].word, cells["c1", 1].count, cells["c1", 1].total) == (Word.LATE, 3, 6)
    assert cells["c1", 2].tone is Tone.OK
    assert ("c2", 1) not in cells


def test_missed_is_worse_than_late_and_late_than_anything_else():
    assert worst([Word.DONE, Word.LATE, Word.MISSED]) is Word.MISSED
    assert worst([Word.RETURNED, Word.LATE]) is Word.LATE
    assert worst([]) is None


def test_cells_are_counted_by_colour_with_every_colour_there():
    cells = fold([Tally("d", 1, Word.DONE, 1), Tally("d", 2, Word.MISSED, 1)], {"c": ["d"]})
    assert summed(cells.values()) == {Tone.OK: 1, Tone.SOON: 0, Tone.LATE: 1, Tone.IDLE: 0}
