"""Review and appeal: asked for in time by the one concerned, judged by others, never to their harm."""

from datetime import timedelta

import pytest

from answerable.governance.accountability.actions import closing, deciding, delivering, reviewing, seating
from answerable.governance.accountability.actions.reviewing import AppealOutcome
from answerable.governance.accountability.models import File
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.seats import Role
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.office.clocks.queries import clocks_of
from tests.answerable.governance.accountability.makers import (
    DAY,
    LATER,
    Hall,
    last_paper,
    served,
    under_review,
)

pytestmark = pytest.mark.django_db


def due(file, stage, at=LATER):
    return next(one.due for one in clocks_of(f"file:{file.pk}", at=at) if one.stage == stage)


def review(hall, file, measure, at=LATER):
    for name in ("wang", "fang", "guo"):
        deciding.vote(file.pk, measure, "Looked again.", **hall.by(name, at))
    return reviewing.decide_review(file.pk, "Together.", **hall.by("fang", at))


def test_review_is_asked_for_within_thirty_days_of_service_and_answered_within_thirty():
    hall = Hall()
    file = under_review(hall)
    assert due(file, "ask_review").date() == (LATER + 30 * DAY).date()
    assert due(file, "decide_review").date() == (LATER + 30 * DAY).date()


def test_after_that_time_nothing_can_be_asked_and_the_file_closes():
    hall = Hall()
    file = served(hall)
    with pytest.raises(Anticipated, match="still ask"):
        closing.close(file.pk, **hall.by("olga"))
    late = due(file, "ask_review") + timedelta(minutes=1)
    for ask in (reviewing.ask_review, reviewing.ask_appeal):
        with pytest.raises(Anticipated, match="time to ask"):
            ask(file.pk, "Please.", **hall.by("chen", late))
    closing.close(file.pk, **hall.by("olga", late))
    assert File.objects.get().state == "closed"


@pytest.mark.parametrize("ask", [reviewing.ask_review, reviewing.ask_appeal])
def test_nobody_else_asks_in_their_name(ask):
    hall = Hall()
    file = served(hall)
    with pytest.raises(NotAllowed):
        ask(file.pk, "For him.", **hall.by("olga"))


def test_a_review_makes_it_lighter_or_leaves_it():
    hall = Hall()
    file = under_review(hall)
    with pytest.raises(NotAllowed, match="never makes things worse"):
        deciding.vote(file.pk, Measure.NOTICE, "He complains.", **hall.by("wang"))
    assert review(hall, file, Measure.REMINDER) is Measure.REMINDER
    assert (File.objects.get().state, File.objects.get().measure) == ("reviewed", Measure.REMINDER)


@pytest.mark.parametrize("name", ["qian", "emil", "dana"])
def test_who_had_a_part_before_does_not_review(name):
    hall = Hall()
    file = under_review(hall)
    with pytest.raises(NotAllowed):
        seating.name_people(file.pk, Role.REVIEWER, hall.ids(name), **hall.by("olga"))


def test_an_appeal_follows_the_review_within_fifteen_days_and_has_sixty():
    hall = Hall()
    file = under_review(hall)
    review(hall, file, Measure.TALK)
    delivering.receive(last_paper(file, "review").pk, **hall.by("chen"))
    assert due(file, "ask_appeal").date() == (LATER + 15 * DAY).date()
    reviewing.ask_appeal(file.pk, "Once more.", **hall.by("chen"))
    assert due(file, "decide_appeal").date() == (LATER + 60 * DAY).date()
    with pytest.raises(NotAllowed, match="never makes things worse"):
        reviewing.record_appeal(file.pk, AppealOutcome("City", Measure.NOTICE, "No."), **hall.by("olga"))
    reviewing.record_appeal(file.pk, AppealOutcome("City", Measure.NONE, "Void."), **hall.by("olga"))
    with pytest.raises(Anticipated, match="not proven"):
        closing.close(file.pk, **hall.by("olga"))
    delivering.receive(last_paper(file, "appeal").pk, **hall.by("chen"))
    closing.close(file.pk, **hall.by("olga"))
    assert (File.objects.get().state, File.objects.get().measure) == ("closed", Measure.NONE)


def test_an_appeal_can_come_at_once_without_a_review():
    hall = Hall()
    file = served(hall)
    reviewing.ask_appeal(file.pk, "To the city at once.", **hall.by("chen"))
    with pytest.raises(Moved):
        reviewing.ask_review(file.pk, "And here.", **hall.by("chen"))
    assert File.objects.get().state == "under_appeal"


def test_only_oversight_writes_down_what_the_body_above_said():
    hall = Hall()
    file = served(hall)
    reviewing.ask_appeal(file.pk, "To the city.", **hall.by("chen"))
    with pytest.raises(NotAllowed):
        reviewing.record_appeal(file.pk, AppealOutcome("City", Measure.NONE, "Void."), **hall.by("chen"))


def test_a_file_that_was_handed_over_closes_here_at_once():
    hall = Hall()
    file = served(hall, Measure.HANDED_OVER)
    closing.close(file.pk, **hall.by("olga"))
    assert File.objects.get().state == "closed"
