"""What the database itself refuses."""

import pytest
from django.db import IntegrityError, transaction

from answerable.response.cases import actions
from answerable.response.cases.models import AfterActionReview, Assessment, Case, Opinion
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import closed, make_case, make_cast, opinion, registered

pytestmark = pytest.mark.django_db


def refused(**changes: object) -> None:
    """Nobody gets such a row into the table, whatever the code above does."""
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.update(**changes)


def test_a_case_without_a_lead_unit_is_refused() -> None:
    make_case(make_cast())
    refused(unit=None)


def test_a_merged_case_names_the_one_it_became_part_of_and_no_other_does() -> None:
    cast = make_cast()
    case = make_case(cast)
    refused(state="merged")
    refused(merged_into=make_case(cast))
    assert Case.objects.get(pk=case).merged_into is None


def test_an_answer_without_a_spokesperson_is_refused() -> None:
    make_case(make_cast())
    refused(answered_at=NOON)


def test_a_case_has_one_open_assessment_and_one_open_review() -> None:
    cast = make_cast()
    case = registered(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.create(case_id=case, number=2, opened_at=NOON)
    over, _review = closed(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        AfterActionReview.objects.create(case_id=over, due_since=NOON)


@pytest.mark.parametrize("changes", [{"place": 1}, {"place": 3}])
def test_an_assessment_has_two_places_for_two_people(changes: dict[str, int]) -> None:
    cast = make_cast()
    case = registered(cast)
    actions.give_opinion(case, opinion(), by=cast.ada, at=NOON)
    actions.give_opinion(case, opinion(harm=3), by=cast.chen, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opinion.objects.filter(place=2).update(**changes)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opinion.objects.filter(place=2).update(person=cast.ada.person)


def test_rows_show_themselves_by_their_words() -> None:
    case = make_case(make_cast())
    assert str(Case.objects.get(pk=case)) == "Brown water in the east of the town"
