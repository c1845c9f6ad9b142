"""The plan on the command line."""

import argparse

import pytest

from answerable.governance.plan.models import PlanVersion
from answerable.governance.plan.rules.states import State
from answerable.governance.plan.shipped import FOLDER
from answerable.project.verbs import plan
from tests.answerable.governance.plan.makers import make_docx, make_house, make_plan_in_force

pytestmark = pytest.mark.django_db
BUREAU = str(FOLDER / "district-bureau.yaml")


def act(*words):
    parser = argparse.ArgumentParser()
    plan.add_arguments(parser)
    return plan.run(parser.parse_args([str(word) for word in words]))


def test_a_clean_plan_passes_lint(capsys):
    assert act("lint", BUREAU) == 0
    assert "0 errors" in capsys.readouterr().out


def test_lint_names_file_and_line_and_fails(capsys, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(
        (FOLDER / "district-bureau.yaml")
        .read_text(encoding="utf-8")
        .replace("gives: [post:P-DEP]", "gives: []")
    )
    assert act("lint", file) == 1
    out = capsys.readouterr().out
    assert f"{file}:" in out
    assert "[clause_gives_nothing]" in out


def test_lint_beside_the_house_finds_who_is_missing(capsys):
    assert act("lint", BUREAU, "--house") == 1
    assert "[unit_unknown]" in capsys.readouterr().out
    PlanVersion.objects.all().delete()
    make_house()
    assert act("lint", BUREAU, "--house") == 0


def test_a_word_file_becomes_a_plan_file(capsys, tmp_path):
    file, out = tmp_path / "plan.docx", tmp_path / "plan.yaml"
    file.write_bytes(make_docx("一、办公室负责。", "二、每季度报送情况。"))
    assert act("import", file, "--out", out) == 0
    assert "text: 每季度报送情况。" in out.read_text(encoding="utf-8")
    file.write_bytes(b"no word file")
    assert act("import", file) == 1
    assert ".docx" in capsys.readouterr().err


def test_the_months_are_printed_with_their_load(capsys):
    assert act("preview", BUREAU, "--post", "P-INSP") == 0
    out = capsys.readouterr().out
    assert "d-spot" in out
    assert "P-COMM " not in out


def test_two_files_are_compared(capsys, tmp_path):
    new = tmp_path / "new.yaml"
    text = (FOLDER / "district-bureau.yaml").read_text(encoding="utf-8")
    new.write_text(text.replace("analysis_day: 5", "analysis_day: 3"), encoding="utf-8")
    assert act("diff", BUREAU, new) == 0
    out = capsys.readouterr().out
    assert "figure analysis_day: 5 -> 3 (duty:d-analysis)" in out
    assert "12 move" in out
    assert act("diff", BUREAU, BUREAU) == 0
    assert "nothing changes" in capsys.readouterr().out


def test_a_file_is_taken_in_and_waits_for_a_second_person(capsys):
    make_house()
    assert act("apply", BUREAU, "--by", "ada") == 0
    assert PlanVersion.objects.get().state == State.IN_REVIEW
    assert act("apply", BUREAU, "--by", "nobody") == 1
    assert act("apply", BUREAU, "--by", "chen") == 1


def test_the_plan_in_force_is_exported(tmp_path):
    assert act("export", tmp_path / "none.yaml") == 1
    version = make_plan_in_force(make_house())
    assert act("export", tmp_path / "plan.yaml") == 0
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == version.text
    assert act("export", tmp_path / "plan.docx", "--version", version.pk) == 0
    assert (tmp_path / "plan.docx").read_bytes().startswith(b"PK")
