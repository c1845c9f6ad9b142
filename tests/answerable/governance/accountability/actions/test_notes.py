"""Papers are numbered and hashed; what is told outside the house says nothing of whom or what."""

import hashlib

import pytest

from answerable.governance.accountability.actions.notes import due_of, locked, said
from answerable.governance.accountability.models import Paper
from answerable.governance.accountability.rules.terms import Stage
from answerable.kernel.errors import Anticipated, NotFound
from answerable.office.notices.models import Notice
from tests.answerable.governance.accountability.makers import LATER, Hall, heard, open_file

pytestmark = pytest.mark.django_db


def test_papers_are_numbered_in_turn_and_carry_the_hash_of_their_text():
    papers = list(Paper.objects.filter(file=heard(Hall())))
    assert [one.number for one in papers] == list(range(1, len(papers) + 1))
    assert all(hashlib.sha256(one.text.encode()).hexdigest() == one.sha256 for one in papers)


def test_an_empty_text_is_nothing_and_a_file_that_is_not_there_is_told():
    with pytest.raises(Anticipated):
        said(" \n")
    with pytest.raises(NotFound):
        locked(404)


def test_a_step_that_has_not_begun_has_no_end():
    assert due_of(open_file(Hall()), Stage.STATEMENT, at=LATER) is None


def test_no_notice_names_whom_a_file_concerns_or_what_is_intended():
    heard(Hall())
    texts = str(list(Notice.objects.filter(kind="file").values_list("texts", flat=True)))
    assert texts != "[]"
    assert not any(word in texts for word in ("Chen", "river", "talk", "约谈", "Clause", "clause"))
