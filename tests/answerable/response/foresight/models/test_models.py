"""What the tables refuse by themselves."""

import pytest
from django.db import IntegrityError, transaction

from answerable.response.foresight.models import (
    Asked,
    Consultation,
    Lying,
    Opinion,
    Part,
    Release,
    RiskPoint,
)
from tests.answerable.response.cases.makers import make_case
from tests.answerable.response.foresight.makers import DAY, NOON, agreed, make_release, released, row_of


def refused(make) -> None:
    """The database refuses."""
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_nothing_is_released_without_a_time(cast) -> None:
    release = make_release(cast)
    refused(lambda: Release.objects.filter(pk=release).update(state="released"))


def test_a_part_is_out_or_given_up_and_never_both(cast) -> None:
    released(cast)
    refused(lambda: Part.objects.update(dropped_reason="Not now."))


def test_marks_are_of_three(cast) -> None:
    row = row_of(make_release(cast))
    refused(lambda: RiskPoint.objects.create(release=row, text="x", likelihood=4, effect=1))


def test_one_person_has_one_view_of_a_text(cast) -> None:
    agreed(cast)
    first = Opinion.objects.order_by("place").first()
    first.pk, first.place = None, 2
    refused(first.save)


def test_a_consultation_ends_after_it_begins(cast) -> None:
    row, today = row_of(make_release(cast)), NOON.date()
    refused(
        lambda: Consultation.objects.create(release=row, way="comment", notice_on=today, ends_on=today - DAY)
    )


def test_the_same_thing_is_listed_and_lies_once(cast) -> None:
    row = row_of(released(cast, at=NOON))
    fields = {"release": row, "kind": "letter", "subject": "letter:1", "text": "x", "link": "/", "at": NOON}
    Asked.objects.create(**fields)
    refused(lambda: Asked.objects.create(**fields))
    case = make_case(cast, title="The water price", at=NOON + DAY)
    refused(lambda: Lying.objects.create(release=row, case_id=case, found_by="x", at=NOON))


def test_a_release_is_called_by_its_title(cast) -> None:
    assert str(row_of(make_release(cast, title="Price"))) == "Price"
