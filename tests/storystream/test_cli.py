"""The command `storystream`, run as a person runs it."""

import json
import os
import subprocess
import sys

import pytest

from storystream.cli import main
from tests.storystream.makers import make_items

LINES = [
    {"id": item.id, "title": item.title, "text": item.text, "published_at": item.published_at.isoformat()}
    for item in make_items(30)
]


def command(*arguments, lines=LINES):
    text = "".join(
        (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines
    )
    return subprocess.run(
        [sys.executable, "-m", "storystream.cli", *arguments],
        input=text.encode("utf-8", "surrogatepass"),
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        capture_output=True,
        check=False,
    )


def rows(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_lines_come_out_in_order_with_their_stories_and_reasons():
    done = command("group")
    assert (done.returncode, done.stderr) == (0, b"")
    told = rows(done)
    assert [row["id"] for row in told] == [line["id"] for line in LINES]
    assert {tuple(row) for row in told} == {("id", "story", "fold", "why")}
    assert len({row["story"] for row in told}) == 5
    assert any(row["why"].get("shared") for row in told)


def test_a_bad_line_is_named_and_all_others_are_grouped():
    done = command("group", lines=[LINES[0], "{broken", '["a"]', '{"title": "no id"}', LINES[5]])
    assert done.returncode == 2
    complaints = done.stderr.decode()
    assert all(f"line {number}: " in complaints for number in (2, 3, 4))
    assert "3 of 5 lines held no item; the other 2 were grouped." in complaints
    assert [row["id"] for row in rows(done)] == ["i0", "i5"]


def test_lines_out_of_time_and_without_time_are_grouped_like_those_in_order():
    expected = {row["id"]: row["story"] for row in rows(command("group"))}
    undated = [{"id": line["id"], "title": line["title"], "text": line["text"]} for line in LINES]
    for lines in (LINES[::-1], undated):
        found = {row["id"]: row["story"] for row in rows(command("group", lines=lines))}
        assert len(set(zip(expected.values(), (found[item] for item in expected), strict=True))) == 5


def test_a_wrong_time_is_told_and_its_item_is_kept():
    done = command("group", lines=[{**LINES[0], "published_at": "9/6/17T00:00:00Z"}])
    assert done.returncode == 0
    assert "line 1: published_at is no ISO 8601 time" in done.stderr.decode()
    assert len(rows(done)) == 1


def test_a_saved_state_goes_on_where_it_ended(tmp_path):
    whole = rows(command("group"))
    state = str(tmp_path / "state")
    first = rows(command("group", "--save", state, lines=LINES[:15]))
    second = rows(command("group", "--load", state, lines=LINES[15:]))
    assert first + second == whole


def test_odd_ids_and_signs_come_back_as_they_were():
    lines = [
        {"id": 7, "title": "x"},
        '{"id": "\\ud800", "title": "\\ud800"}',
        "\ufeff" + json.dumps(LINES[0]),
        "",
    ]
    told = rows(command("group", lines=lines))
    assert [row["id"] for row in told] == [7, "\ud800", "i0"]


def test_options_that_make_no_sense_are_refused_with_a_sentence():
    for arguments in (("--window", "0"), ("--false-merge-rate", "2"), ("--load", "/nowhere/at/all")):
        done = command("group", *arguments, lines=[])
        assert done.returncode == 2
        assert done.stderr.decode().startswith("storystream group: ")


def test_both_sub_commands_have_a_help_page(capsys):
    for name in ("group", "watch"):
        with pytest.raises(SystemExit, match="0"):
            main([name, "--help"])
        assert "usage: storystream " + name in capsys.readouterr().out
