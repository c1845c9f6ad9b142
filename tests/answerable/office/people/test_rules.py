"""Posts give abilities; who answers for a post depends on who is there."""

from datetime import date

import pytest

from answerable.office.people.rules import (
    ABILITIES,
    ROLE_ABILITIES,
    Answering,
    Held,
    HoldingKind,
    PostKind,
    Role,
    Span,
    abilities_of,
    who_answers,
)

MAIN = Held(1, HoldingKind.MAIN, 1, away=False)
MAIN_AWAY = Held(1, HoldingKind.MAIN, 1, away=True)
ACTING = Held(2, HoldingKind.ACTING, 1, away=False)
BACKUP = Held(3, HoldingKind.BACKUP, 1, away=False)
SECOND_BACKUP = Held(4, HoldingKind.BACKUP, 2, away=False)


@pytest.mark.parametrize(
    ("holdings", "expected"),
    [
        ([MAIN, ACTING, BACKUP], Answering(1, HoldingKind.MAIN, None)),
        ([BACKUP, MAIN_AWAY, ACTING], Answering(2, HoldingKind.ACTING, 1)),
        ([SECOND_BACKUP, BACKUP, MAIN_AWAY], Answering(3, HoldingKind.BACKUP, 1)),
        ([SECOND_BACKUP], Answering(4, HoldingKind.BACKUP, None)),
        ([MAIN_AWAY], None),
        ([], None),
    ],
)
def test_the_first_who_is_there_answers_and_both_names_are_kept(holdings, expected):
    assert who_answers(holdings) == expected


@pytest.mark.parametrize("kind", list(PostKind))
def test_every_kind_of_post_has_its_abilities_and_may_listen(kind):
    assert "listen.read" in ABILITIES[kind]


def test_an_administrator_keeps_the_system_and_judges_nothing():
    given = ROLE_ABILITIES[Role.ADMINISTRATOR]
    assert "accounts.keep" in given
    assert not given & {"signals.judge", "stories.regroup", "sources.keep"}


def test_abilities_add_up_over_posts_and_role():
    both = abilities_of([PostKind.INSPECTOR, PostKind.OFFICE], Role.NONE)
    assert both == ABILITIES[PostKind.INSPECTOR] | ABILITIES[PostKind.OFFICE]
    assert abilities_of([], Role.READER) == ROLE_ABILITIES[Role.READER]


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (Span(date(2026, 1, 1), date(2026, 1, 31)), Span(date(2026, 1, 31)), True),
        (Span(date(2026, 1, 1), date(2026, 1, 30)), Span(date(2026, 1, 31)), False),
        (Span(date(2026, 1, 1)), Span(date(2025, 1, 1)), True),
    ],
)
def test_spans_share_a_day_or_not_whichever_is_asked_first(one, other, shared):
    assert one.overlaps(other) is shared
    assert other.overlaps(one) is shared


def test_a_span_holds_both_its_ends():
    span = Span(date(2026, 1, 1), date(2026, 1, 3))
    assert [span.holds(date(2026, 1, day)) for day in (1, 3, 4)] == [True, True, False]
