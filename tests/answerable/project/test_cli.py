"""The command line lists its verbs, helps with each and refuses others."""

import pytest

from answerable.project.cli import VERBS, main


def test_help_lists_every_verb(capsys):
    assert main(["help"]) == 0
    shown = capsys.readouterr().out
    assert all(verb.name in shown for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_verb_explains_itself(verb, capsys):
    with pytest.raises(SystemExit) as ended:
        main([verb.name, "--help"])
    assert ended.value.code == 0
    assert f"answerable {verb.name}" in capsys.readouterr().out


def test_an_unknown_verb_is_refused_with_a_next_step(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["frobnicate"])
    assert ended.value.code == 2
    assert "answerable help" in capsys.readouterr().err
