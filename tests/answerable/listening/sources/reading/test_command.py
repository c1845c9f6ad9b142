"""`answerable read`: one JSON object, items or a refusal, exit 0 in both cases."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from answerable.listening.sources.reading import command
from tests.battery.loopback import answer, serving

ROOT = Path(__file__).resolve().parents[5]
FEED = "<rss><channel><title>河畔</title><item><title>停水通知</title><link>http://s.example/1</link></item></channel></rss>"


def read(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> dict[str, object]:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args(["read", *arguments])
    assert args.run(args) == 0
    told: dict[str, object] = json.loads(capfdbinary.readouterr().out)
    return told


def test_a_file_gives_items_with_the_promised_fields(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "x.xml").write_text(FEED, encoding="utf-8")
    told = read(capfdbinary, str(tmp_path / "x.xml"))
    assert set(told["items"][0]) == {"title", "text", "link", "published_at", "key", "language"}  # type: ignore[index]
    assert told["items"][0]["title"] == "停水通知"  # type: ignore[index]
    assert "refused" not in told


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("x.xml", b"<a>" * 300, "too_deep"),
        ("x.json", b"{", "not_json"),
        ("x.xml", b"", "empty"),
        ("x", b"<x/>", "not_a_feed"),
    ],
)
def test_a_refusal_has_reason_and_code(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], name: str, body: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(body)
    told = read(capfdbinary, str(tmp_path / name))
    assert told["code"] == code
    assert str(told["refused"]).endswith(".")
    assert "items" not in told


def test_a_missing_file_is_a_refusal(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert read(capfdbinary, "/no/such/file")["code"] == "no_file"


def test_a_file_over_the_limit_is_a_refusal(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "LARGEST", 10)
    (tmp_path / "x.xml").write_text(FEED, encoding="utf-8")
    assert read(capfdbinary, str(tmp_path / "x.xml"))["code"] == "too_large"


def test_an_address_inside_is_refused_without_a_connection(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with serving({"*": answer(FEED.encode())}) as canary:
        told = read(capfdbinary, canary.url())
        assert told["code"] in ("blocked", "port")
        assert canary.connections == 0


def test_an_address_is_read_as_a_source_would(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with serving({"/f": answer(FEED.encode())}) as server:
        told = read(capfdbinary, server.url("/f"), "--allow-loopback")
        assert told["title"] == "河畔"


def test_a_page_is_read_only_where_robots_allow_it(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    page = answer(b"<html><body><p>Water is back on Harbour Street.</p></body></html>")
    with serving({"/p": page, "/robots.txt": answer(b"User-agent: *\nDisallow: /\n")}) as server:
        assert read(capfdbinary, server.url("/p"), "--allow-loopback")["code"] == "robots"


def test_a_personal_page_is_refused_without_asking(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert read(capfdbinary, "https://weibo.com/u/1")["code"] == "personal_page"


def test_a_kind_can_be_named(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "x.txt").write_text("title\na\n", encoding="utf-8")
    told = read(capfdbinary, "--kind", "file", str(tmp_path / "x.txt"))
    assert [item["title"] for item in told["items"]] == ["a"]  # type: ignore[attr-defined]


def test_it_runs_by_itself_without_settings(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text(FEED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "answerable.listening.sources.reading.command", str(tmp_path / "x.xml")],
        cwd=ROOT, capture_output=True, check=False, env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert done.returncode == 0
    assert json.loads(done.stdout)["kind"] == "feed"
