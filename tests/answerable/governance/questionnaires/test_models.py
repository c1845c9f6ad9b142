"""The three tables that must tell nothing."""

import pytest
from django.db import connection, models

from answerable.governance.questionnaires.models import (
    BankQuestion,
    Outcome,
    Questionnaire,
    Remark,
    SealedSheet,
    Slip,
)

SILENT = (Slip, SealedSheet, Remark)


@pytest.mark.parametrize("model", SILENT)
def test_they_have_no_link_no_time_no_number_of_arrival(model):
    for field in model._meta.fields:
        assert not field.is_relation, field.name
        assert not isinstance(field, models.DateField | models.AutoField), field.name
    assert isinstance(model._meta.pk, models.CharField)


def test_slips_and_sheets_share_nothing_but_the_questionnaire():
    slip, sheet = ({field.name for field in model._meta.fields} for model in (Slip, SealedSheet))
    assert slip & sheet == {"questionnaire"}


@pytest.mark.django_db
@pytest.mark.parametrize("model", SILENT)
def test_on_sqlite_they_are_made_without_rowid(model):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL numbers no rows")
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [model._meta.db_table])
        assert cursor.fetchone()[0].endswith("WITHOUT ROWID")


def test_rows_name_themselves_without_telling_anything():
    assert str(Slip(code_hash="a", questionnaire=1)) == "slip"
    assert str(SealedSheet(key="a", questionnaire=1, sealed=b"x")) == "sheet"
    assert str(Remark(words="words")) == "words"
    assert str(Questionnaire(title="t")) == "t"
    assert str(Outcome(sha256="a" * 64)) == "a" * 12
    assert str(BankQuestion(record={"words": "w"})) == "w"
