"""Who has a run: it follows the post, and what was handed on by hand stays there."""

from answerable.governance.duties.rules.holding import Member, PostNow, Step, Why, next_holder
from answerable.office.people.rules import Answering, HoldingKind

CHEN, DANA, EMIL = 1, 2, 3


def now(answering, *members):
    found = Answering(answering, HoldingKind.MAIN, None) if answering else None
    return PostNow(found, tuple(members))


def member(person, kind=HoldingKind.MAIN, away=False):
    return Member(person, f"person {person}", kind, 1, away)


def test_nothing_moves_while_the_holder_answers():
    assert next_holder(CHEN, CHEN, now(CHEN, member(CHEN)), handed=False) is None


def test_a_new_holder_gets_what_is_open():
    assert next_holder(CHEN, CHEN, now(DANA, member(DANA)), handed=False) == Step(DANA, Why.HOLDING)


def test_an_absence_gives_it_to_who_answers_and_the_return_gives_it_back():
    backup = member(EMIL, HoldingKind.BACKUP)
    away = now(EMIL, member(CHEN, away=True), backup)
    assert next_holder(CHEN, CHEN, away, handed=False) == Step(EMIL, Why.ABSENCE)
    assert next_holder(EMIL, CHEN, now(CHEN, member(CHEN), backup), handed=False) == Step(CHEN, Why.BACK)


def test_what_was_handed_on_stays_unless_that_person_is_away_or_gone():
    backup = member(EMIL, HoldingKind.BACKUP)
    assert next_holder(EMIL, CHEN, now(CHEN, member(CHEN), backup), handed=True) is None
    gone = now(CHEN, member(CHEN))
    assert next_holder(EMIL, CHEN, gone, handed=True) == Step(CHEN, Why.HOLDING)
    away = now(CHEN, member(CHEN), member(EMIL, HoldingKind.BACKUP, away=True))
    assert next_holder(EMIL, CHEN, away, handed=True) == Step(CHEN, Why.ABSENCE)


def test_an_absent_holder_without_backup_keeps_it_one_who_left_does_not():
    assert next_holder(CHEN, CHEN, now(None, member(CHEN, away=True)), handed=False) is None
    assert next_holder(CHEN, CHEN, now(None), handed=False) == Step(None, Why.EMPTY)


def test_the_acting_one_stands_in_before_the_backup_and_nobody_who_is_away():
    acting, backup = member(DANA, HoldingKind.ACTING), member(EMIL, HoldingKind.BACKUP)
    assert now(CHEN, member(CHEN), backup, acting).backup_of(CHEN).person == DANA
    assert now(CHEN, member(CHEN), member(EMIL, HoldingKind.BACKUP, away=True)).backup_of(CHEN) is None
