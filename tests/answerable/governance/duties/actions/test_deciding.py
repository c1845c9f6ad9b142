"""Accepting, sending back, waiving, receipts, evidence that expires."""

from datetime import UTC, date, datetime, timedelta

import pytest

from answerable.governance.duties.actions import deciding, filing
from answerable.governance.duties.actions.filing import Draft, Proven
from answerable.governance.duties.models import Evidence, Filing
from answerable.governance.duties.rules.states import Proof, State
from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from tests.answerable.governance.duties.makers import make_town, opened

pytestmark = pytest.mark.django_db

IN_TIME = datetime(2026, 3, 30, 2, tzinfo=UTC)


def filed(town, **changes):
    run = opened(town)
    chen = town.actor(town.chen)
    fields = {"kind": "report_docx", "title": "Report", "effective_on": date(2026, 3, 20), **changes}
    filing.add_evidence(run.pk, Proven(link="https://bureau.example/r", **fields), by=chen, at=IN_TIME)
    filing.file_run(run.pk, by=chen, at=IN_TIME)
    run.refresh_from_db()
    return run


def test_the_recipient_accepts_and_the_evidence_with_it():
    town = make_town()
    run = filed(town)
    deciding.accept(run.pk, by=town.actor(town.ada), at=IN_TIME)
    run.refresh_from_db()
    assert (run.state, run.accepted_by, run.on_time) == (State.ACCEPTED, "Ada", True)
    assert Evidence.objects.get().state == Proof.ACCEPTED


def test_nobody_accepts_what_they_filed_themselves():
    town = make_town()
    run = filed(town)
    with pytest.raises(NotAllowed):
        deciding.accept(run.pk, by=town.actor(town.chen), at=IN_TIME)


def test_two_who_accept_at_once_accept_once():
    town = make_town()
    run = filed(town)
    deciding.accept(run.pk, by=town.actor(town.ada), at=IN_TIME)
    with pytest.raises(Moved):
        deciding.accept(run.pk, by=town.actor(town.ada), at=IN_TIME)


def test_what_is_sent_back_has_three_working_days_at_least_and_keeps_its_first_date():
    town = make_town()
    run = filed(town)
    back = datetime(2026, 3, 31, 6, tzinfo=UTC)
    deciding.send_back(run.pk, "The figures of March are missing.", by=town.actor(town.ada), at=back)
    run.refresh_from_db()
    assert run.state == State.RETURNED
    assert run.due > run.original_due
    assert run.due >= back + timedelta(days=3)
    filing.file_run(run.pk, by=town.actor(town.chen), at=back + timedelta(days=1))
    run.refresh_from_db()
    assert run.on_time is True


def test_sending_back_says_why():
    town = make_town()
    run = filed(town)
    with pytest.raises(Anticipated, match="put right"):
        deciding.send_back(run.pk, " ", by=town.actor(town.ada), at=IN_TIME)


def test_only_the_head_waives_with_a_reason_that_stays():
    town = make_town()
    run = opened(town)
    with pytest.raises(NotAllowed):
        deciding.waive(run.pk, "Merged.", by=town.actor(town.ada), at=IN_TIME)
    deciding.waive(run.pk, "The department was merged.", by=town.actor(town.boris), at=IN_TIME)
    run.refresh_from_db()
    assert (run.state, run.reason, run.reason_by) == (State.WAIVED, "The department was merged.", "Boris")


def test_a_receipt_is_noted_with_its_dates():
    town = make_town()
    run = opened(town)
    chen = town.actor(town.chen)
    filing.save_draft(run.pk, Draft("Q1", "Text"), by=chen, at=IN_TIME)
    dates = {"sent_on": date(2026, 3, 30), "received_on": date(2026, 3, 31)}
    deciding.note_receipt(run.pk, "R-17", **dates, by=chen, at=IN_TIME)
    paper = Filing.objects.get()
    assert (paper.receipt, paper.sent_on, paper.receipt_on) == (
        "R-17",
        dates["sent_on"],
        dates["received_on"],
    )
    with pytest.raises(Anticipated, match="received after"):
        deciding.note_receipt(
            run.pk, "R", sent_on=date(2026, 3, 30), received_on=date(2026, 3, 1), by=chen, at=IN_TIME
        )


def test_evidence_expires_on_its_day_and_what_it_proved_stays_done():
    town = make_town()
    run = filed(town, valid_until=date(2026, 6, 30))
    deciding.accept(run.pk, by=town.actor(town.ada), at=IN_TIME)
    later = datetime(2026, 7, 1, 2, tzinfo=UTC)
    assert deciding.expire_evidence(by=MACHINE, at=later, today=date(2026, 6, 30)) == 0
    assert deciding.expire_evidence(by=MACHINE, at=later, today=date(2026, 7, 1)) == 1
    run.refresh_from_db()
    assert (Evidence.objects.get().state, run.state) == (Proof.EXPIRED, State.ACCEPTED)
