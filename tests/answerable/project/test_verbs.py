"""The verbs of the command line do what they say, each on its own ground."""

import argparse
import os
import shutil
import socket
import sys
from pathlib import Path

import pytest

from answerable.office.people.models import Account
from answerable.project.verbs import account, bench, check, demo, docs, lock, serve, shell, worker
from answerable.project.verbs import test as tests_verb
from answerable.project.verbs import web as web_verb

ROOT = Path(__file__).resolve().parents[3]


def options(module, *words):
    parser = argparse.ArgumentParser()
    module.add_arguments(parser)
    return parser.parse_args(words)


def test_a_port_in_use_is_not_free():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert not demo.is_free(taken.getsockname()[1])
    assert demo.is_free(demo.free_port())


def test_the_demo_refuses_a_port_in_use_with_a_next_step(capsys, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert demo.run(options(demo, "--port", str(port), "--data", str(tmp_path / "demo"))) == 1
    assert f"--port {port + 1}" in capsys.readouterr().out


def test_a_town_counts_as_open_only_when_it_was_filled_to_its_end(tmp_path):
    assert demo.town_state(tmp_path) is None
    (tmp_path / "town.json.new").write_text('{"port": 1}')
    assert demo.town_state(tmp_path) is None
    (tmp_path / "town.json").write_text('{"port": 1}')
    assert demo.town_state(tmp_path) == {"port": 1}


def test_the_demo_keeps_to_its_own_folder_and_to_this_machine(tmp_path, monkeypatch):
    for name in ("MODE", "DATA", "HOSTS", "ADDRESS", "DATABASE_URL", "LOG_LEVEL"):
        monkeypatch.setenv(f"ANSWERABLE_{name}", "elsewhere")
    monkeypatch.setenv("STORYSTREAM_PLAIN", "")
    demo.settle_in(tmp_path, 8321)
    assert "ANSWERABLE_DATABASE_URL" not in os.environ
    assert os.environ["ANSWERABLE_DATA"] == str(tmp_path)
    assert os.environ["ANSWERABLE_HOSTS"] == "localhost,127.0.0.1,[::1]"


def test_the_browser_is_found_where_the_operator_says(monkeypatch):
    monkeypatch.setenv("ANSWERABLE_CHROMIUM", sys.executable)
    assert tests_verb.find_browser() == sys.executable


def test_without_a_browser_the_tests_end_with_what_to_install(monkeypatch, capsys):
    monkeypatch.delenv("ANSWERABLE_CHROMIUM", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SystemExit):
        tests_verb.find_browser()
    assert "apt-get install chromium" in capsys.readouterr().err


def test_the_count_of_a_phase_is_read_from_its_report(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text('<testsuites><testsuite tests="9" failures="2" errors="1" skipped="3"/></testsuites>')
    assert tests_verb._tally(report) == tests_verb.Tally(passed=3, failed=3, skipped=3)
    assert tests_verb._tally(tmp_path / "none.xml").failed == 1


def test_every_run_has_both_databases_and_a_browser():
    phases = tests_verb._phases(options(tests_verb), "/chromium", "postgresql://x")
    assert [phase.name for phase in phases] == ["sqlite", "browser", "postgresql"]
    assert phases[2].environment["ANSWERABLE_DATABASE_URL"] == "postgresql://x"
    chosen = tests_verb._phases(options(tests_verb, "tests/demo"), "", "postgresql://x")
    assert [phase.arguments for phase in chosen] == [("tests/demo",)]


def test_every_gate_names_a_tool_that_is_installed():
    for gate in check.gates():
        assert shutil.which(gate.command[0]), gate.name


@pytest.mark.parametrize(("code", "passed"), [(0, True), (3, False)])
def test_a_gate_passes_or_refuses_and_says_why(code, passed, capfd):
    gate = check.Gate("made up", (sys.executable, "-c", f"print('because'); raise SystemExit({code})"))
    assert check.run_gate(gate, ROOT) is passed
    said = capfd.readouterr().out
    assert ("because" in said) is not passed


def test_options_have_the_defaults_of_a_small_office():
    assert options(serve).host == "127.0.0.1"
    assert options(serve).workers == 2
    assert options(web_verb).port == 8000
    assert options(worker).batch is False
    assert options(shell).command is None
    assert options(bench, "grouping").name == "grouping"
    assert vars(options(docs)) == {"reference": False}
    assert vars(options(lock)) == {}


def test_the_developers_lock_is_held_to_the_runtimes():
    extras = dict(lock.LOCKS)
    assert next(iter(extras)) == "requirements.lock"
    assert set(extras["requirements.lock"]) < set(extras["requirements-dev.lock"])
    assert "web" not in extras["requirements-spark.lock"]


@pytest.mark.django_db
def test_an_account_is_made_once_and_its_link_printed_each_time(capsys):
    for _ in range(2):
        assert account.run(options(account, "admin", "--role", "administrator")) == 0
        assert "/accounts/password/reset/key/" in capsys.readouterr().out
    assert Account.objects.get().role == "administrator"
