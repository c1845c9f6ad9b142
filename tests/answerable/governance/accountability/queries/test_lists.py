"""Lists name duties and units, never whom a file concerns; a finding without a file waits for a person."""

from dataclasses import fields

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.governance.accountability.models import File
from answerable.governance.accountability.queries.lists import FileRow, files, findings_to_look_at
from tests.answerable.governance.accountability.makers import Hall, open_file
from tests.answerable.governance.duties.makers import opened

pytestmark = pytest.mark.django_db


def test_a_row_has_no_place_for_a_person():
    assert not {"person", "person_name", "name", "holder", "owner"} & {one.name for one in fields(FileRow)}


def test_a_confirmed_finding_is_listed_until_it_has_a_file():
    hall = Hall()
    assert [one.id for one in findings_to_look_at(hall.act("olga"))] == [hall.finding.pk]
    file = open_file(hall)
    assert findings_to_look_at(hall.act("olga")) == ()
    assert [one.id for one in files(hall.act("olga"))] == [file.pk]


def test_a_finding_that_was_not_confirmed_is_not_listed():
    hall = Hall(confirmed=False)
    assert findings_to_look_at(hall.act("olga")) == ()
    assert findings_to_look_at(hall.act("boris")) == ()


def test_the_one_concerned_finds_their_own_file():
    hall = Hall()
    open_file(hall)
    (row,) = files(hall.act("chen"))
    assert row.mine


def test_a_long_list_costs_no_more_queries_than_a_short_one(django_assert_max_num_queries):
    hall = Hall(departments=4)
    actor = hall.act("olga")
    file = open_file(hall)
    with CaptureQueriesContext(connection) as short:
        assert [one.id for one in files(actor)] == [file.pk]
    for unit in (1, 2, 3):
        finding = hall.find(opened(hall.town, unit=unit), confirmed=False)
        concerned = finding.occurrence.holder
        row = File.objects.get(pk=file.pk)
        row.pk, row.finding, row.person, row.unit = None, finding, concerned, finding.occurrence.unit
        row.save()
    with django_assert_max_num_queries(len(short)):
        assert len(files(actor)) == 4
