"""Periods, days and reasons in words, in both languages."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from answerable.governance.duties.rules.coverage import Gap, Hole
from answerable.governance.duties.rules.excuses import Facts, Key, look_up
from answerable.governance.duties.rules.holding import Why
from answerable.governance.duties.rules.standing import Tone, Word
from answerable.governance.duties.rules.states import Found, Proof, Wish
from answerable.governance.duties.words import (
    FINDINGS,
    PROOFS,
    SIGNS,
    STANDINGS,
    TONES,
    WHYS,
    WISHES,
    evidence_name,
    excuse_words,
    figures_words,
    gap_words,
    moment_words,
    period_words,
    reason_words,
    recipient_words,
)
from answerable.governance.plan.rules.document import Clause
from answerable.office.people.rules import Span


@pytest.mark.parametrize(
    ("begin", "end", "english", "chinese"),
    [
        (date(2026, 7, 1), date(2026, 9, 30), "quarter 3 of 2026", "2026年第3季度"),
        (date(2026, 1, 1), date(2026, 6, 30), "first half of 2026", "2026年上半年"),
        (date(2026, 1, 1), date(2026, 12, 31), "2026", "2026年"),
        (date(2026, 5, 1), date(2026, 5, 31), "May 2026", "2026年5月"),
        (date(2026, 3, 2), date(2026, 3, 2), "2 Mar 2026", "2026年3月2日"),
        (date(2026, 3, 1), date(2026, 3, 14), "1 Mar 2026 to 14 Mar 2026", "2026年3月1日至2026年3月14日"),
    ],
)
def test_a_period_is_named_as_people_name_it(begin, end, english, chinese):
    with translation.override("en"):
        assert period_words(begin, end) == english
    with translation.override("zh-hans"):
        assert period_words(begin, end) == chinese


def test_a_due_date_at_the_end_of_a_day_is_the_day_and_a_time_is_told():
    assert moment_words(datetime(2026, 3, 31, 15, 59, 59, tzinfo=UTC)) == "31 Mar 2026"
    assert moment_words(datetime(2026, 3, 31, 9, 30, tzinfo=UTC)) == "31 Mar 2026 17:30"


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        (STANDINGS, Word),
        (PROOFS, Proof),
        (WISHES, Wish),
        (FINDINGS, Found),
        (WHYS, Why),
        (TONES, Tone),
        (SIGNS, Tone),
    ],
)
def test_every_state_has_its_word(table, keys):
    assert set(table) == set(keys)


def test_every_excuse_and_every_gap_has_a_sentence_found_or_not():
    nothing = look_up(Facts(date(2026, 3, 1), date(2026, 3, 2), ((1, Span(date(2026, 1, 1))),)))
    clause = Clause("c", "一", "x", "h")
    with translation.override("zh-hans"):
        assert {excuse.key for excuse in nothing} == set(Key)
        assert all("%(" not in excuse_words(excuse) for excuse in nothing)
        assert all("%(" not in gap_words(Hole(clause, gap, count=2)) for gap in Gap)


def test_a_share_is_told_with_its_number():
    assert figures_words({1, 2}, {Word.DONE: 3, Word.LATE: 1}) == "late 1, done 3 (2 units)"


def test_a_person_s_own_reason_stays_and_the_plan_s_is_a_sentence():
    assert reason_words("The department was merged.") == "The department was merged."
    assert "1.2.0" in reason_words("plan:1.2.0")


def test_words_of_a_plan_that_nobody_foresaw_are_shown_as_they_stand():
    assert evidence_name("photo_album") == "photo album"
    assert recipient_words("city_council") == "city council"
