"""Six limits: no table, no address and no page of the room can give a person a figure."""

import re

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from answerable.governance.inspections.models import Draw, Visit
from answerable.governance.inspections.rules.scores import MethodScore, UnitScore
from answerable.governance.inspections.urls import urlpatterns
from tests.answerable.governance.inspections.makers import AT, Body, commit, make_drawn, make_round

FIGURE = re.compile(r"reached|possible|percent|score|points|weight|rank|answered$")


def test_no_table_that_points_at_a_person_holds_a_figure():
    people = {apps.get_model("people", "Person"), apps.get_model("people", "Account")}
    for model in apps.get_app_config("inspections").get_models():
        fields = model._meta.fields
        if any(field.related_model in people for field in fields if field.is_relation):
            assert not [field.name for field in fields if FIGURE.search(field.name)], model.__name__


def test_a_figure_is_keyed_by_a_unit_and_by_nothing_else():
    assert set(UnitScore.__dataclass_fields__) == {"unit", "percent", "visits", "parts"}
    assert set(MethodScore.__dataclass_fields__) == {"method", "percent", "visits", "weight"}


def test_no_address_leads_to_a_person():
    assert not [str(one.pattern) for one in urlpatterns if re.search(r"person|people|rank", str(one.pattern))]


@pytest.mark.django_db
def test_the_database_itself_keeps_one_draw_that_counts_and_a_reason_for_each_other():
    body = Body()
    round_id = make_round(body)
    lot = Draw.objects.get(pk=commit(body, round_id))
    lot.pk, lot.number = None, 2
    for changes in ({}, {"state": "cancelled", "reason": ""}):
        for name, value in changes.items():
            setattr(lot, name, value)
        with pytest.raises(IntegrityError), transaction.atomic():
            lot.save(force_insert=True)


@pytest.mark.django_db
def test_a_target_is_visited_once_by_the_same_eyes():
    body = Body()
    round_id, _draw = make_drawn(body, at=AT)
    visit = Visit.objects.filter(round=round_id).first()
    visit.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        visit.save(force_insert=True)
