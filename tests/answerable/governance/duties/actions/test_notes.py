"""Telling people: once a key, each in both languages."""

import pytest

from answerable.governance.duties.actions.notes import link_of, locked, subject_of, tell
from answerable.kernel.errors import NotFound
from answerable.office.notices.models import Notice
from tests.answerable.governance.duties.makers import START
from tests.answerable.office.people.makers import make_person

pytestmark = pytest.mark.django_db


def test_the_same_thing_is_told_once_in_both_languages():
    person = make_person()
    for _time in range(2):
        tell(lambda: ("Subject", "Body"), [person.pk], key="k", link=link_of(3), at=START)
    notice = Notice.objects.get()
    assert set(notice.texts) == {"en", "zh"}
    assert (notice.kind, notice.link) == ("duty", "/govern/duties/3/")


def test_a_run_that_is_not_there_is_told_so():
    with pytest.raises(NotFound):
        locked(0)
    assert subject_of(7) == "occurrence:7"
