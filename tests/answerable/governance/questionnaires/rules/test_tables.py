"""Tables of counts; test_suppression tries to work hidden ones out."""

from answerable.governance.questionnaires.rules.tables import shown_crossed, shown_row


def test_a_large_table_is_shown_whole():
    assert shown_row([50, 60]) == (50, 60)
    crossed = shown_crossed([[30, 20], [25, 35]], (50, 60), (55, 55), [0, 0])
    assert crossed is not None
    assert crossed.cells == ((30, 20), (25, 35))


def test_a_table_of_which_nothing_may_be_shown_is_none():
    assert shown_crossed([[6, 1], [1, 6]], (7, 7), (7, 7), [0, 0]) is None
