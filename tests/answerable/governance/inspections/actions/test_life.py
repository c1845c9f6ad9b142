"""The life of a finding under any order of acts by anybody: the promises hold after each step."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.governance.inspections import actions
from answerable.governance.inspections.models import Finding
from answerable.governance.inspections.queries.door import homes
from answerable.kernel.errors import Anticipated
from tests.answerable.governance.inspections.makers import AT, HOUR, Body, make_finding

ACTS = ("put", "reply", "confirm", "dismiss", "plan", "correct", "close", "repeat")
WHO = ("finder", "contact", "keeper", "other", "stranger")


def act(name, finding, by, at):
    """Try one act."""
    until = (at + timedelta(days=1)).date()
    {
        "put": lambda: actions.put_to_unit(finding, by=by, at=at),
        "reply": lambda: actions.reply(finding, "So.", by=by, at=at),
        "confirm": lambda: actions.confirm(finding, "So.", by=by, at=at),
        "dismiss": lambda: actions.dismiss(finding, "So.", by=by, at=at),
        "plan": lambda: actions.plan_correction(finding, "So.", until, by=by, at=at),
        "correct": lambda: actions.correct(finding, "So.", "", by=by, at=at),
        "close": lambda: actions.recheck(finding, "So.", is_gone=True, by=by, at=at),
        "repeat": lambda: actions.recheck(finding, "So.", is_gone=False, by=by, at=at),
    }[name]()


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.sampled_from(WHO), st.integers(1, 60)), max_size=14))
def test_whatever_people_try_nobody_judges_their_own(db, steps):
    before = transaction.savepoint()
    try:
        _lived(steps)
    finally:
        transaction.savepoint_rollback(before)


def _lived(steps):
    body = Body()
    finding = make_finding(body)
    found = set(finding.visit.inspectors.values_list("person", flat=True))
    accounts = {
        "finder": next(one for one in body.inspectors if one.person_id in found),
        "contact": next(one for one in body.contacts if finding.unit_id in homes(body.who(one))),
        "keeper": body.ada,
        "other": next(
            one
            for one in body.inspectors
            if one.person_id not in found and finding.unit_id not in homes(body.who(one))
        ),
        "stranger": next(one for one in body.contacts if finding.unit_id not in homes(body.who(one))),
    }
    at = AT + 3 * HOUR
    for name, who, hours in steps:
        at += timedelta(hours=hours)
        before = Finding.objects.get(pk=finding.pk).state
        try:
            act(name, finding.pk, body.who(accounts[who], at), at)
        except Anticipated:
            assert Finding.objects.get(pk=finding.pk).state == before
            continue
        _promises(Finding.objects.get(pk=finding.pk), who, name, found)


def _promises(row, who, name, found):
    assert who != "stranger"
    assert name not in ("confirm", "close", "repeat") or who not in ("finder", "contact")
    assert (
        row.decided_at is None
        or row.state != "confirmed"
        or row.replied_at
        or row.decided_at > row.reply_until
    )
    assert (row.due is not None) == (
        row.state in ("confirmed", "rectifying", "corrected", "repeated", "closed")
    )
    for look in row.rechecks.all():
        assert look.person_id not in found
        assert look.person_id != look.correction.done_person_id
    assert row.closed_at is None or row.state in ("closed", "dismissed")
