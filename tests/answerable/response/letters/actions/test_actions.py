"""Clocks, notes, notices and files behind the actions of the room."""

from datetime import timedelta

import pytest

from answerable.kernel.errors import Anticipated
from answerable.office.notices.models import Notice
from answerable.response.letters.actions import files, noting, telling, timing
from answerable.response.letters.models import Outgoing
from answerable.response.letters.rules.attachments import Piece
from answerable.response.letters.rules.states import StepKind
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import make_letter, make_office


def test_a_clock_that_stood_still_counts_from_its_moved_date_when_it_is_met(office):
    letter = make_letter()
    assert timing.pause(letter, by=office.ada, at=NOON)
    assert timing.meet(letter, by=office.ada, at=NOON + timedelta(days=20)) is True


def test_without_a_rule_nothing_is_met_and_nothing_extended(db):
    office = make_office(with_plan=False)
    letter = make_letter()
    assert timing.meet(letter, by=office.ada, at=NOON) is None
    with pytest.raises(Anticipated):
        timing.extend(letter, "complex", by=office.boris, at=NOON)


def test_a_note_is_masked_and_an_answer_is_not(office):
    letter = make_letter()
    noting.note(letter, StepKind.ADDED, "from Zhang Wei", by=office.ada, at=NOON)
    noting.note(letter, StepKind.ANSWERED, "Dear Zhang Wei", by=office.ada, at=NOON)
    assert [step.text for step in letter.steps.all()][-2:] == ["from ***", "Dear Zhang Wei"]


def test_a_unit_without_a_contact_leaves_the_news_with_the_office(office):
    letter = make_letter()
    telling.tell_unit(letter, "news", "消息", "test", at=NOON)
    told = Notice.objects.filter(key__endswith=":test").values_list("person", flat=True)
    assert set(told) == {office.ada.person}


def test_a_mail_that_waits_is_remembered_so_that_it_can_be_taken_out(office):
    letter = make_letter()
    assert Outgoing.objects.filter(letter=letter).count() == 1


def test_files_go_with_their_letter_only(office, django_capture_on_commit_callbacks):
    letter, other = make_letter(), make_letter()
    for one in (letter, other):
        files.keep_pieces(one, [Piece("a.txt", b"words")], own=())
    with django_capture_on_commit_callbacks(execute=True):
        assert files.delete_of(letter) == 1
    assert files.read(other.attachments.get()) == b"words"
    assert len(list(files.folder().iterdir())) == 1
