"""What the tables themselves refuse."""

import pytest
from django.db import IntegrityError, transaction

from answerable.reports.models import BriefTime, DocumentNumber, Edition, Paper, Passage, SentFile
from tests.answerable.reports.makers import AT, Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    return Paper.objects.get(pk=Desk().make())


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_a_passage_an_edition_and_a_sent_form_are_there_once(paper):
    key = paper.passages.first().key
    refused(lambda: Passage.objects.create(paper=paper, key=key, place=9, heading="x"))
    refused(
        lambda: Edition.objects.create(paper=paper, number=1, why="made", by_name="x", at=AT, passages=[])
    )
    file = {
        "paper": paper,
        "form": "pdf",
        "name": "x",
        "media_type": "x",
        "stored": "x",
        "size": 1,
        "sha256": "x",
    }
    SentFile.objects.create(**file)
    refused(lambda: SentFile.objects.create(**file))


def test_a_number_is_given_once_and_a_paper_has_one(paper):
    given = {"unit": paper.unit, "year": 2026, "number": 1, "written": "x", "paper": paper, "at": AT}
    DocumentNumber.objects.create(**given)
    refused(lambda: DocumentNumber.objects.create(**{**given, "number": 2}))
    other = Paper.objects.get(pk=paper.pk)
    other.pk, other.key = None, None
    other.save()
    refused(lambda: DocumentNumber.objects.create(**{**given, "paper": other}))


def test_a_paper_that_makes_itself_is_there_once_and_one_made_by_hand_as_often_as_wanted(paper):
    def copy(key):
        return Paper.objects.create(
            **{
                name: getattr(paper, name)
                for name in (
                    "kind",
                    "language",
                    "unit",
                    "period_begin",
                    "period_end",
                    "title",
                    "made_at",
                    "made_by",
                    "gathered_at",
                    "changed_at",
                )
            },
            key=key,
        )

    copy("run:1")
    refused(lambda: copy("run:1"))
    assert copy(None).pk != copy(None).pk
    assert str(paper) == paper.title


def test_a_reader_has_one_time():
    desk = Desk()
    BriefTime.objects.create(person=desk.town.ada, minute=1, changed_at=AT)
    refused(lambda: BriefTime.objects.create(person=desk.town.ada, minute=2, changed_at=AT))
