from datetime import timedelta

import pytest

from answerable.listening.sources.actions.gaps import close_gap, open_gap
from answerable.listening.sources.models import Gap
from tests.answerable.listening.sources.makers import NOON, make_source

pytestmark = pytest.mark.django_db


def test_an_open_gap_is_not_opened_twice_and_keeps_its_beginning():
    source = make_source()
    open_gap(source, NOON, "failed")
    open_gap(source, NOON + timedelta(hours=1), "blocked")
    gap = Gap.objects.get()
    assert (gap.began_at, gap.reason) == (NOON, "failed")


def test_closing_ends_only_the_open_gap():
    source = make_source()
    open_gap(source, NOON, "failed")
    close_gap(source, at=NOON + timedelta(hours=1))
    close_gap(source, at=NOON + timedelta(hours=2))
    assert Gap.objects.get().ended_at == NOON + timedelta(hours=1)
