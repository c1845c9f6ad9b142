"""Everything that excuses is looked up with its evidence: also wishes that nobody answered and what operations saw."""

from dataclasses import replace
from datetime import timedelta

import pytest

from answerable.governance.accountability.queries.looking_up import excuses_of
from answerable.governance.duties.models import Returned, TimeWish
from answerable.governance.duties.queries.missed import confirmed_finding
from answerable.kernel.actor import MACHINE
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.operations.models import Standstill
from answerable.office.people.models import Absence
from tests.answerable.governance.accountability.makers import DAY, LATER, MISSED, Hall

pytestmark = pytest.mark.django_db


def look(hall):
    return {one.key.value: one for one in excuses_of(confirmed_finding(hall.finding.pk), at=LATER)}


def test_where_nothing_excuses_everything_was_still_looked_up():
    found = look(Hall())
    assert list(found) == [
        "post_empty",
        "absence_without_backup",
        "notice_undelivered",
        "calendar_changed",
        "system_outage",
        "superior_hold",
    ]
    assert not any(one.found for one in found.values())
    assert found["post_empty"].evidence[0]["who"] == "Chen"


def test_days_away_are_shown_with_their_dates():
    hall = Hall()
    Absence.objects.create(person=hall.town.chen, begins_on="2026-03-10", ends_on="2026-03-31")
    away = look(hall)["absence_without_backup"]
    assert away.found
    assert (away.evidence[0]["from"], away.evidence[0]["to"]) == ("2026-03-10", "2026-03-31")


def test_a_wish_for_time_that_nobody_answered_lay_with_the_superior():
    hall = Hall()
    asked = hall.run.opens_at + DAY
    TimeWish.objects.create(
        occurrence=hall.run, until=MISSED, reason="Flood.", asked_by="Chen", asked_at=asked, state="asked"
    )
    held = look(hall)["superior_hold"]
    assert held.found
    assert held.evidence[0]["what"] == "wish_open"


def test_a_filing_that_lay_before_it_came_back_is_shown_with_who_held_it():
    hall = Hall()
    begins = hall.run.opens_at + DAY
    Returned.objects.create(
        occurrence=hall.run, comment="Figures.", by_name="Ada", at=begins + 6 * DAY, filed_at=begins
    )
    held = look(hall)["superior_hold"]
    assert (held.found, held.facts["days"], held.evidence[0]["who"]) == (True, 6.0, "Ada")


def test_reminders_are_shown_with_what_became_of_them():
    hall = Hall()
    type(hall.run).objects.filter(pk=hall.run.pk).update(rungs=[991])
    news = News("clock", Told("Due", "到期"), Told("Due", "到期"), "/", "rung:991")
    notify(news, to=[hall.town.chen.pk], by=MACHINE, at=MISSED)
    reminders = look(hall)["notice_undelivered"]
    assert reminders.found
    assert [(one["what"], one["who"]) for one in reminders.evidence] == [("notice_queued", "Chen")]


def test_what_operations_recorded_counts_once_however_many_parts_stood_still():
    hall = Hall()
    begins = hall.run.opens_at + DAY
    for part in ("worker", "web"):
        Standstill.objects.create(part=part, began_at=begins, ended_at=begins + timedelta(hours=5))
    outage = look(hall)["system_outage"]
    assert (outage.found, outage.facts["hours"], len(outage.evidence)) == (True, 5.0, 2)


def test_a_standstill_over_midnight_gives_two_days_of_the_body_back():
    hall = Hall()
    begins = (hall.run.opens_at + DAY).replace(hour=15, minute=30)
    Standstill.objects.create(part="web", began_at=begins, ended_at=begins + timedelta(hours=1))
    missed = confirmed_finding(hall.finding.pk)
    for hours, fixed in ((30, True), (50, False)):
        found = excuses_of(replace(missed, found_at=missed.missed_at + timedelta(hours=hours)), at=LATER)
        assert [one.fixed for one in found if one.key.value == "system_outage"] == [fixed]
