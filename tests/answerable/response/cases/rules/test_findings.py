"""A finding needs words, and evidence or a day."""

import pytest

from answerable.response.cases.rules.findings import (
    EVIDENCE_NAMES,
    FINDING_NAMES,
    GAP_SENTENCES,
    EvidenceKind,
    Finding,
    Gap,
    gaps_of,
)


@pytest.mark.parametrize("finding", [Finding.CONFIRMED, Finding.PARTLY, Finding.NOT_SO])
def test_what_was_found_needs_evidence(finding: Finding) -> None:
    assert gaps_of(finding, words="So.", has_day=True, pieces=0) == (Gap.EVIDENCE,)
    assert gaps_of(finding, words="So.", has_day=False, pieces=1) == ()


def test_what_is_not_known_needs_a_day_and_no_evidence() -> None:
    assert gaps_of(Finding.UNKNOWN, words="We ask.", has_day=False, pieces=0) == (Gap.WHEN,)
    assert gaps_of(Finding.UNKNOWN, words="We ask.", has_day=True, pieces=0) == ()


def test_words_are_always_needed() -> None:
    assert Gap.WORDS in gaps_of(Finding.UNKNOWN, words=" ", has_day=True, pieces=0)


def test_everything_has_words() -> None:
    assert set(FINDING_NAMES) == set(Finding)
    assert set(EVIDENCE_NAMES) == set(EvidenceKind)
    assert set(GAP_SENTENCES) == set(Gap)
