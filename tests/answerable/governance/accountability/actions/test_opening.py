"""A file opens on a confirmed missed duty only, by a person of oversight, with its excuses looked up first."""

from datetime import date, timedelta

import pytest

from answerable.governance.accountability.actions import opening
from answerable.governance.accountability.models import Excuse, File, Seat
from answerable.governance.accountability.rules.excuses import Verdict
from answerable.governance.duties.models import Finding
from answerable.governance.duties.rules.states import Found
from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.kernel.trail.models import Entry
from answerable.office.operations.models import Standstill
from answerable.office.people.models import Holding
from answerable.office.people.rules import PostKind
from tests.answerable.governance.accountability.makers import LATER, MISSED, Hall, judge_all, open_file
from tests.answerable.office.people.makers import make_holding, make_post

pytestmark = pytest.mark.django_db


def test_oversight_opens_a_file_on_a_confirmed_finding():
    hall = Hall()
    file = open_file(hall)
    assert (file.state, file.person_id, file.opened_by_name) == ("opened", hall.town.chen.pk, "Olga")
    assert Excuse.objects.filter(file=file).count() == 6
    assert Entry.objects.filter(act="accountability.open_file", thing=f"file:{file.pk}").count() == 1


@pytest.mark.parametrize("state", [Found.OBSERVED, Found.PUT, Found.DISMISSED])
def test_a_finding_that_nobody_confirmed_opens_nothing(state):
    hall = Hall()
    Finding.objects.filter(pk=hall.finding.pk).update(state=state)
    with pytest.raises(NotFound, match="confirmed"):
        open_file(hall)
    assert not File.objects.exists()


def test_without_a_finding_there_is_nothing_to_open():
    hall = Hall()
    with pytest.raises(NotFound, match="confirmed"):
        opening.open_file(hall.finding.pk + 1, "He said something.", **hall.by("olga"))


@pytest.mark.parametrize("name", ["ada", "boris", "chen", "dana", "emil", "lin", "wang", "qian"])
def test_nobody_but_oversight_opens_a_file(name):
    hall = Hall()
    with pytest.raises(NotAllowed):
        opening.open_file(hall.finding.pk, "Because.", **hall.by(name))


@pytest.mark.parametrize("actor", [MACHINE, NOBODY])
def test_nothing_opens_by_itself(actor):
    hall = Hall()
    with pytest.raises(NotAllowed):
        opening.open_file(hall.finding.pk, "By rule.", by=actor, at=LATER)


def test_nobody_opens_a_file_about_themselves():
    hall = Hall()
    make_holding(make_post(hall.town.body, PostKind.OVERSIGHT), hall.town.chen)
    with pytest.raises(NotAllowed, match="about themselves"):
        opening.open_file(hall.finding.pk, "Mine.", **hall.by("chen"))


def test_who_takes_the_filings_does_not_open_the_file_and_takes_no_part():
    hall = Hall()
    make_holding(make_post(hall.town.body, PostKind.OVERSIGHT), hall.town.ada)
    with pytest.raises(NotAllowed, match="take the filings"):
        opening.open_file(hall.finding.pk, "Late again.", **hall.by("ada"))
    file = open_file(hall)
    kept_out = Seat.objects.filter(file=file, role="superior").values_list("person", flat=True)
    assert list(kept_out) == [hall.town.ada.pk]


def test_a_finding_has_one_file():
    hall = Hall()
    open_file(hall)
    with pytest.raises(Anticipated, match="already"):
        open_file(hall)


def test_a_duty_that_nobody_held_concerns_nobody():
    hall = Hall()
    hall.run.refresh_from_db()
    type(hall.run).objects.filter(pk=hall.run.pk).update(holder=None, owner=None)
    with pytest.raises(Anticipated, match="nobody whom"):
        open_file(hall)


def test_an_empty_post_is_seen_with_the_days_on_which_it_was_held():
    hall = Hall()
    Holding.objects.filter(pk=hall.town.chens_holding.pk).update(ends_on=date(2026, 3, 10))
    empty = Excuse.objects.get(file=open_file(hall), key="post_empty")
    assert empty.found
    assert empty.evidence == [{"what": "held", "who": "Chen", "from": "2026-01-01", "to": "2026-03-10"}]


def test_an_excuse_is_judged_by_a_person_with_a_reason():
    hall = Hall()
    file = open_file(hall)
    one = Excuse.objects.filter(file=file).first()
    with pytest.raises(Anticipated, match="Nothing is written"):
        opening.judge_excuse(one.pk, Verdict.HOLDS, " ", **hall.by("olga"))
    opening.judge_excuse(one.pk, Verdict.HOLDS, "She was alone.", **hall.by("olga"))
    one.refresh_from_db()
    assert (one.verdict, one.reason, one.judged_by) == ("holds", "She was alone.", "Olga")


@pytest.mark.parametrize("name", ["chen", "ada", "boris", "dana"])
def test_only_who_keeps_the_file_judges_an_excuse(name):
    hall = Hall()
    one = Excuse.objects.filter(file=open_file(hall)).first()
    with pytest.raises(NotAllowed):
        opening.judge_excuse(one.pk, Verdict.HOLDS_NOT, "No.", **hall.by(name))


def test_a_standstill_that_explains_the_miss_holds_and_nobody_can_reject_it():
    hall = Hall()
    missed_at = type(hall.run).objects.get(pk=hall.run.pk).missed_at
    began = missed_at - timedelta(days=9)
    Standstill.objects.create(part="worker", began_at=began, ended_at=MISSED)
    file = open_file(hall)
    outage = Excuse.objects.get(file=file, key="system_outage")
    assert (outage.fixed, outage.verdict, outage.judged_by) == (True, "holds", "Answerable")
    with pytest.raises(NotAllowed, match="never counts"):
        opening.judge_excuse(outage.pk, Verdict.HOLDS_NOT, "It was short.", **hall.by("olga"))
    judge_all(hall, file)


def test_a_standstill_long_before_is_shown_and_left_to_a_person():
    hall = Hall()
    began = hall.run.opens_at + timedelta(days=2)
    Standstill.objects.create(part="web", began_at=began, ended_at=began + timedelta(hours=3))
    finding = Finding.objects.get(pk=hall.finding.pk)
    Finding.objects.filter(pk=finding.pk).update(opened_at=MISSED + timedelta(days=10))
    outage = Excuse.objects.get(file=open_file(hall), key="system_outage")
    assert (outage.found, outage.fixed, outage.facts["hours"]) == (True, False, 3.0)
