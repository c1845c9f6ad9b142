"""Papers on the command line."""

import argparse

import pytest

from answerable.office.people.models import Account
from answerable.project.verbs import paper
from answerable.reports.kinds import KINDS
from answerable.reports.models import Paper
from tests.answerable.reports.makers import AT, Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(monkeypatch):
    monkeypatch.setattr("answerable.kernel.clock.now", lambda: AT)
    return Desk()


def act(*words):
    parser = argparse.ArgumentParser()
    paper.add_arguments(parser)
    return paper.run(parser.parse_args([str(word) for word in words]))


def test_every_kind_is_listed(capsys):
    assert act("kinds") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(KINDS)


def test_a_draft_is_made_for_the_last_span_and_written_as_a_file(desk, capsys, tmp_path):
    assert act("make", "quarter", "--language", "en") == 0
    row = Paper.objects.get(pk=int(capsys.readouterr().out))
    assert (row.unit_id, f"{row.period_begin}", f"{row.period_end}") == (
        desk.unit,
        "2025-10-01",
        "2025-12-31",
    )
    assert row.made_by == "Answerable"
    assert act("write", row.pk, tmp_path / "quarter.docx") == 0
    assert (tmp_path / "quarter.docx").read_bytes()[:2] == b"PK"


def test_a_named_period_unit_and_account_are_taken(desk, capsys):
    code, login = desk.town.body.code, Account.objects.get(person=desk.ada.person).username
    words = ("--begin", "2026-01-01", "--end", "2026-01-31", "--unit", code, "--by", login)
    assert act("make", "monthly", *words) == 0
    row = Paper.objects.get(pk=int(capsys.readouterr().out))
    assert (row.unit_id, f"{row.period_end}", row.made_by) == (desk.unit, "2026-01-31", "Ada")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("make", "nonsense"), "no kind of paper called nonsense"),
        (("make", "quarter", "--begin", "2026-01-01"), "two ends"),
        (("make", "quarter", "--unit", "nowhere"), "no unit nowhere"),
        (("make", "quarter", "--by", "nobody"), "no account nobody"),
        (("write", "1", "paper.txt"), "no form of papers"),
        (("write", "999", "paper.pdf"), "no such paper"),
    ],
)
def test_what_cannot_be_done_ends_with_a_sentence(desk, capsys, words, said):
    assert act(*words) == 1
    assert said in capsys.readouterr().err
