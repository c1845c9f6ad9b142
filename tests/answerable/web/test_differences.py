"""What was taken out of a text and what was put in."""

from answerable.web.differences import MOST_UNITS, pieces


def shape(before, after):
    return [(piece.kind, piece.text) for piece in pieces(before, after)]


def test_words_that_changed_are_told_from_those_that_stayed():
    assert shape("two hundred homes", "three hundred homes") == [
        ("out", "two"),
        ("in", "three"),
        ("same", " hundred homes"),
    ]


def test_chinese_is_compared_sign_by_sign():
    assert shape("停水两百户", "停水三百户") == [
        ("same", "停水"),
        ("out", "两"),
        ("in", "三"),
        ("same", "百户"),
    ]


def test_equal_texts_have_one_piece_and_empty_ones_none():
    assert shape("as it was", "as it was") == [("same", "as it was")]
    assert shape("", "") == []


def test_what_went_and_what_came_make_up_both_texts_again():
    before, after = "The bridge closes in May.", "The old bridge closed today."
    found = pieces(before, after)
    assert "".join(piece.text for piece in found if piece.kind != "in") == before
    assert "".join(piece.text for piece in found if piece.kind != "out") == after


def test_very_long_texts_are_shown_one_after_the_other():
    assert shape("字" * MOST_UNITS, "词") == [("out", "字" * MOST_UNITS), ("in", "词")]
