"""The fifteen kinds and which way each may go."""

import pytest

from answerable.reports.rules.validator_kinds import KINDS


def test_the_kinds_are_those_of_the_regulation_in_its_order():
    assert "".join(kind.zh for kind in KINDS.values()) == (
        "决议决定命令公报公告通告意见通知通报报告请示批复议案函纪要"
    )
    assert len({kind.en for kind in KINDS.values()}) == 15


def test_a_report_and_a_request_go_upward_and_nowhere_else():
    assert {code for code, kind in KINDS.items() if kind.ways == ("up",)} == {"report", "request"}


@pytest.mark.parametrize("code", ["resolution", "decision", "order", "communique", "announcement", "minutes"])
def test_what_is_proclaimed_or_minuted_needs_no_addressee(code):
    assert not KINDS[code].addressed


def test_what_asks_or_answers_needs_one():
    assert all(
        KINDS[code].addressed for code in ("report", "request", "reply", "letter", "notice", "opinion")
    )
