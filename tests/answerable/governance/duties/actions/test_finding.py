"""A missed duty becomes a finding with its excuses first; the unit is heard before anything is decided."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from answerable.governance.duties.actions import asking, finding
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Finding
from answerable.governance.duties.queries.page import run_page
from answerable.governance.duties.rules.states import Found, FoundMove, State
from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.people.models import Holding
from tests.answerable.governance.duties.makers import make_town, opened, quarter_run

pytestmark = pytest.mark.django_db

MISSED = datetime(2026, 4, 14, 2, tzinfo=UTC)


def excuses_found(run):
    return [excuse["key"] for excuse in Finding.objects.get(occurrence=run).excuses if excuse["found"]]


def test_a_rung_that_asks_for_a_finding_opens_it_once():
    town = make_town()
    run = opened(town)
    rung = SimpleNamespace(rung_id=7, subject=f"occurrence:{run.pk}", do="open_finding", at=MISSED)
    finding.climb(rung)
    finding.climb(rung)
    run.refresh_from_db()
    assert (Finding.objects.count(), run.state) == (1, State.MISSED)


@pytest.mark.parametrize("change", [{"do": "remind"}, {"subject": "case:1"}, {"subject": "occurrence:x"}])
def test_other_rungs_open_nothing(change):
    town = make_town()
    run = opened(town)
    rung = {"rung_id": 7, "subject": f"occurrence:{run.pk}", "do": "open_finding", "at": MISSED, **change}
    finding.climb(SimpleNamespace(**rung))
    assert not Finding.objects.exists()


def test_nothing_is_found_where_the_duty_was_filed_or_has_time():
    town = make_town()
    run = opened(town)
    assert finding.open_finding(run.pk, by=MACHINE, at=datetime(2026, 3, 20, tzinfo=UTC)) is None


def test_an_empty_post_speaks_for_the_unit_and_comes_first():
    town = make_town()
    run = opened(town)
    Holding.objects.filter(pk=town.chens_holding.pk).update(ends_on=date(2026, 3, 10))
    finding.open_finding(run.pk, by=MACHINE, at=MISSED)
    assert "post_empty" in excuses_found(run)
    shown = run_page(town.actor(town.ada, MISSED), run.pk, at=MISSED).finding.excuses
    assert shown[0].found


def test_a_house_that_stood_still_speaks_for_the_unit():
    town = make_town()
    run = opened(town)
    round_at(MISSED)
    finding.open_finding(run.pk, by=MACHINE, at=MISSED)
    assert "system_outage" in excuses_found(run)


def test_time_that_was_granted_is_no_change_of_the_calendar():
    town = make_town()
    run = opened(town)
    wish = asking.ask_for_time(
        run.pk,
        datetime(2026, 4, 3, 15, tzinfo=UTC),
        "More.",
        by=town.actor(town.chen),
        at=datetime(2026, 3, 20, tzinfo=UTC),
    )
    asking.grant_time(wish, "", by=town.actor(town.ada), at=datetime(2026, 3, 20, tzinfo=UTC))
    finding.open_finding(run.pk, by=MACHINE, at=MISSED)
    assert "calendar_changed" not in excuses_found(run)


def test_a_finding_is_confirmed_only_after_the_unit_was_heard():
    town = make_town()
    run = opened(town)
    finding.open_finding(run.pk, by=MACHINE, at=MISSED)
    ada, chen = town.actor(town.ada, MISSED), town.actor(town.chen, MISSED)
    with pytest.raises(Anticipated, match="not been heard"):
        finding.settle_finding(run.pk, FoundMove.CONFIRM, "It is so.", by=ada, at=MISSED)
    finding.answer_finding(run.pk, "The pump station was flooded.", by=chen, at=MISSED)
    finding.settle_finding(run.pk, FoundMove.DISMISS, "The flood explains it.", by=ada, at=MISSED)
    row = Finding.objects.get()
    assert (row.state, row.answer, row.decided_by) == (
        Found.DISMISSED,
        "The pump station was flooded.",
        "Ada",
    )


def test_a_finding_has_no_field_for_a_measure():
    fields = {field.name for field in Finding._meta.get_fields()}
    assert not fields & {"measure", "sanction", "penalty", "points", "score"}
    assert quarter_run(make_town()).state == State.PLANNED


def test_reminders_that_reached_nobody_speak_for_the_unit():
    town = make_town()
    run = opened(town)
    told = News("duty", Told("a", "b"), Told("a", "b"), "/", "rung:7")
    notify(told, to=[town.chen.pk], by=MACHINE, at=MISSED)
    finding.climb(SimpleNamespace(rung_id=7, subject=f"occurrence:{run.pk}", do="open_finding", at=MISSED))
    assert "notice_undelivered" in excuses_found(run)
