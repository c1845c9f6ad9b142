"""The vocabulary of papers refuses what cannot be set."""

import dataclasses

import pytest

from answerable.reports.layouts.document import Paragraph, Run, Table
from tests.answerable.reports.layouts.makers import make_document


def test_a_row_that_does_not_stand_under_its_heads_is_refused():
    with pytest.raises(ValueError, match="a row of 1 under 2 heads in '台账'"):
        Table(("a", "b"), (("x",),), caption="台账")


def test_a_paragraph_of_runs_has_one_text():
    assert Paragraph((Run("本季度"), Run("61件", strong=True))).text == Paragraph("本季度61件").text


def test_a_document_cannot_be_changed_after_it_was_composed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        make_document().title = "x"


def test_equal_documents_are_one_to_a_set_so_that_a_change_can_be_seen():
    assert make_document() == make_document()
    assert make_document() != make_document(number="x")
    assert len({make_document(), make_document()}) == 1
