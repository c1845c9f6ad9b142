"""What must never stand in a file cannot be written, whatever the code above the tables does."""

import pytest
from django.db import IntegrityError, transaction

from answerable.governance.accountability.models import Excuse, File, Paper, Seat, Vote
from answerable.governance.duties.models import Finding
from tests.answerable.governance.accountability.makers import LATER, Hall, heard, open_file

pytestmark = pytest.mark.django_db


def refused(write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


def test_a_file_has_one_finding_and_a_finding_one_file():
    hall = Hall()
    file = open_file(hall)
    again = {"finding": hall.finding, "unit": file.unit, "person": hall.town.chen, "state_since": LATER}
    refused(lambda: File.objects.create(**again, opened_at=LATER, opened_by=hall.olga))
    refused(lambda: File.objects.filter(pk=file.pk).update(finding=None))
    with pytest.raises(Exception, match="protected"):
        Finding.objects.get().delete()


def test_a_file_concerns_somebody_who_did_not_open_it():
    hall = Hall()
    file = File.objects.filter(pk=open_file(hall).pk)
    refused(lambda: file.update(person=None))
    refused(lambda: file.update(person=hall.olga))


@pytest.mark.parametrize("state", ["told", "heard", "decided", "served", "under_review", "appealed"])
def test_no_state_past_the_facts_without_having_been_told(state):
    file = File.objects.filter(pk=open_file(Hall()).pk)
    refused(lambda: file.update(state=state))


def test_the_systems_own_standstill_cannot_be_rejected():
    excuse = Excuse.objects.filter(file=open_file(Hall())).first()
    refused(lambda: Excuse.objects.filter(pk=excuse.pk).update(fixed=True, verdict="holds_not"))


def test_one_seat_a_role_one_vote_a_seat_one_number_a_paper():
    hall = Hall()
    file = heard(hall)
    seat = Seat.objects.filter(file=file, role="panel").first()
    Vote.objects.create(seat=seat, measure=1, at=LATER)
    refused(lambda: Vote.objects.create(seat=seat, measure=0, at=LATER))
    twin = Seat(file=file, role="panel", person=seat.person, named_by="Olga", named_at=LATER)
    refused(twin.save)
    refused(lambda: Paper.objects.create(file=file, number=1, kind="facts", at=LATER))
