"""The page of a file: excuses first, everything for the one concerned, and only what can be done now."""

import pytest

from answerable.governance.accountability.models import Excuse
from answerable.governance.accountability.queries.page import file_page
from tests.answerable.governance.accountability.makers import LATER, Hall, heard, open_file, told

pytestmark = pytest.mark.django_db


def test_what_was_found_in_favour_comes_first():
    hall = Hall()
    file = open_file(hall)
    Excuse.objects.filter(file=file, key="superior_hold").update(found=True)
    assert file_page(hall.act("olga"), file.pk, at=LATER).excuses[0].key == "superior_hold"


def test_the_one_concerned_sees_every_paper_and_every_act():
    hall = Hall()
    file = heard(hall)
    mine = file_page(hall.act("chen"), file.pk, at=LATER)
    keepers = file_page(hall.act("olga"), file.pk, at=LATER)
    assert [one.text for one in mine.papers] == [one.text for one in keepers.papers]
    assert mine.trail == keepers.trail
    assert mine.part.concerned


def test_a_paper_that_waits_says_so_until_it_has_come():
    hall = Hall()
    file = told(hall, received=False)
    notice = file_page(hall.act("chen"), file.pk, at=LATER).papers[-1]
    assert (notice.kind, notice.to_receive) == ("notice", True)


def test_the_page_costs_a_fixed_number_of_queries(django_assert_max_num_queries):
    hall = Hall()
    file = heard(hall)
    actor = hall.act("olga")
    with django_assert_max_num_queries(20):
        file_page(actor, file.pk, at=LATER)
