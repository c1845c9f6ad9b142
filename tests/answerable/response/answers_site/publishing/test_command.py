"""answerable publish FOLDER."""

import pytest

from answerable.project import cli

pytestmark = pytest.mark.django_db


def test_it_writes_the_site_and_says_what_it_did(tmp_path, capsys):
    assert cli.main(["publish", str(tmp_path / "site")]) == 0
    told = capsys.readouterr()
    assert "0 deleted" in told.out
    assert "ANSWERABLE_ANSWERS_ADDRESS" in told.err
    assert (tmp_path / "site/answers/zh/index.html").exists()


def test_it_refuses_a_folder_of_somebody_else_with_a_sentence(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("mine")
    assert cli.main(["publish", str(tmp_path)]) == 1
    assert "empty" in capsys.readouterr().err
