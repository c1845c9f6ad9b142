"""Rooms above put their drafts into a case's room."""

import pytest

from answerable.kernel.actor import MACHINE
from answerable.response.cases.queries import beside
from answerable.response.cases.queries.beside import DraftRow
from tests.answerable.office.people.makers import NOON


@pytest.fixture(autouse=True)
def _no_other_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_drafts", [])


def test_the_newest_draft_stands_first_and_a_function_counts_once() -> None:
    older = DraftRow("A", "answer", "Ada", "/a/", NOON)
    newer = DraftRow("B", "answer", "Emil", "/b/", NOON.replace(hour=9))

    def give(actor: object, case: int) -> tuple[DraftRow, ...]:
        return (older, newer) if case == 7 else ()

    beside.give_drafts(give)
    beside.give_drafts(give)
    assert beside.drafts(MACHINE, 7) == (newer, older)
    assert beside.drafts(MACHINE, 8) == ()
