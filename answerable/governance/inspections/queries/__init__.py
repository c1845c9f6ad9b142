"""The only reads of the room, for its pages and for the rooms above."""

from answerable.governance.inspections.queries.drawing import beacons_waited_for
from answerable.governance.inspections.queries.lists import (
    FindingRow,
    RoundRow,
    findings,
    rounds,
)
from answerable.governance.inspections.queries.pages import FindingPage, RoundPage, finding_of, round_of
from answerable.governance.inspections.queries.year import YearPage, scores_of_units, year_page

__all__ = [
    "FindingPage",
    "FindingRow",
    "RoundPage",
    "RoundRow",
    "YearPage",
    "beacons_waited_for",
    "finding_of",
    "findings",
    "round_of",
    "rounds",
    "scores_of_units",
    "year_page",
]
