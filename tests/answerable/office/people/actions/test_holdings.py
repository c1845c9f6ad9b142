"""Holdings and absences: one main holder a day, dates that make sense, one's own days by oneself."""

from datetime import date

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.office.people import actions
from answerable.office.people.actions.holdings import HoldingDraft
from answerable.office.people.models import Absence, Holding
from answerable.office.people.rules import HoldingKind, PostKind, Span
from tests.answerable.office.people.makers import NOON, actor_of, make_member, make_person, make_post

pytestmark = pytest.mark.django_db
WHO = {"by": MACHINE, "at": NOON}


def draft(post, person, kind=HoldingKind.MAIN, **changes):
    fields = {"begins_on": date(2026, 1, 1), **changes}
    return HoldingDraft(post.pk, person.pk, kind, **fields)


def test_a_post_has_one_main_holder_a_day():
    post = make_post()
    first = actions.hold_post(draft(post, make_person(name="Ada")), **WHO)
    with pytest.raises(Anticipated, match="Ada is the main holder"):
        actions.hold_post(draft(post, make_person(), begins_on=date(2026, 6, 1)), **WHO)
    actions.end_holding(first.pk, ends_on=date(2026, 5, 31), **WHO)
    actions.hold_post(draft(post, make_person(), begins_on=date(2026, 6, 1)), **WHO)
    assert Holding.objects.count() == 2


def test_backups_may_stand_beside_the_main_holder():
    post = make_post()
    actions.hold_post(draft(post, make_person()), **WHO)
    actions.hold_post(draft(post, make_person(), HoldingKind.BACKUP), **WHO)
    assert Holding.objects.filter(post=post).count() == 2


def test_a_holding_cannot_end_before_it_begins():
    post, person = make_post(), make_person()
    with pytest.raises(Anticipated, match="before it begins"):
        actions.hold_post(draft(post, person, ends_on=date(2025, 12, 31)), **WHO)
    holding = actions.hold_post(draft(post, person), **WHO)
    with pytest.raises(Anticipated, match="before it begins"):
        actions.end_holding(holding.pk, ends_on=date(2025, 12, 31), **WHO)


def test_people_note_their_own_absence_and_nobody_elses():
    chen = make_member("Chen", PostKind.LIAISON)
    span = Span(date(2026, 3, 1), date(2026, 3, 5))
    absence = actions.add_absence(chen.person_id, span, by=actor_of(chen), at=NOON)
    with pytest.raises(NotAllowed):
        actions.add_absence(make_person().pk, span, by=actor_of(chen), at=NOON)
    actions.drop_absence(absence.pk, by=actor_of(chen), at=NOON)
    assert Absence.objects.count() == 0


def test_an_absence_has_two_days_in_order():
    with pytest.raises(Anticipated, match="first and a last day"):
        actions.add_absence(make_person().pk, Span(date(2026, 3, 5), date(2026, 3, 1)), **WHO)
