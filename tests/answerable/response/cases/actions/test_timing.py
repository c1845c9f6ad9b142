"""Levels come from the table of the pack in force, and the generic one holds where it gives none."""

import pytest

from answerable.response.cases.actions import timing
from answerable.response.cases.models import Case
from answerable.response.cases.rules.levels import GENERIC
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, make_case, make_cast

pytestmark = pytest.mark.django_db


def test_without_a_pack_the_generic_table_holds() -> None:
    assert timing.level_rows() == GENERIC


def test_a_concern_s_clocks_run_from_when_it_was_seen_even_where_the_event_was_known_before() -> None:
    case = Case.objects.get(pk=make_case(make_cast(), event_known_at=NOON - HOUR))
    assert timing.since_of(case, "no-such-rule") == NOON
