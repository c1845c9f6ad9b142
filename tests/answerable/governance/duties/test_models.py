"""What the tables themselves refuse: a second run for one period, a second open wish, a period turned round."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from answerable.governance.duties.models import Feed, Occurrence, TimeWish
from tests.answerable.governance.duties.makers import START, make_town, opened, quarter_run

pytestmark = pytest.mark.django_db


def test_there_is_one_run_for_a_duty_a_unit_and_a_period():
    run = quarter_run(make_town())
    run.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        run.save()


def test_a_period_does_not_end_before_it_begins():
    run = quarter_run(make_town())
    with pytest.raises(IntegrityError), transaction.atomic():
        Occurrence.objects.filter(pk=run.pk).update(period_end=date(2025, 1, 1))


def test_one_wish_for_time_is_open_at_a_time():
    run = opened(make_town())
    wish = {"until": datetime(2026, 4, 10, tzinfo=UTC), "reason": "x", "asked_by": "Chen", "asked_at": START}
    TimeWish.objects.create(occurrence=run, **wish)
    with pytest.raises(IntegrityError), transaction.atomic():
        TimeWish.objects.create(occurrence=run, **wish)


def test_a_feed_is_of_a_person_or_of_a_unit():
    town = make_town()
    with pytest.raises(IntegrityError), transaction.atomic():
        Feed.objects.create(
            person=town.chen, unit=town.body, made_for=town.chen.pk, secret_hash="0" * 64, made_at=START
        )
