"""The press serves every publication in a format that a reader understands."""

import json
from datetime import UTC, datetime
from threading import Thread
from urllib.request import Request, urlopen

import pytest
from lxml import etree

from demo.news import two_weeks
from demo.press import Shelf, address_of, moments, open_press
from demo.town import SOURCES

NOON = datetime(2026, 11, 23, 21, tzinfo=UTC)


@pytest.fixture(scope="module")
def root():
    press = open_press(Shelf(two_weeks(NOON)))
    thread = Thread(target=press.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{press.server_port}"
    press.shutdown()
    press.server_close()
    thread.join()


def read(address, **headers):
    with urlopen(Request(address, headers=headers)) as answer:
        return answer.status, answer.read(), answer.headers


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.slug)
def test_every_source_serves_a_well_formed_feed_with_its_newest_pieces(root, source):
    _status, body, _headers = read(address_of(source, root))
    if source.form == "json":
        assert json.loads(body)["items"]
    else:
        assert len(etree.fromstring(body)) > 0
        assert body.count(b"<link") + body.count(b"<loc") >= 10


def test_a_front_page_names_its_feed(root):
    _status, body, _headers = read(f"{root}/wanbao/")
    assert b"application/atom+xml" in body


def test_a_reader_that_has_it_already_gets_nothing_again(root):
    _status, _body, headers = read(f"{root}/wanbao/atom.xml")
    with pytest.raises(OSError, match="304"):
        read(f"{root}/wanbao/atom.xml", **{"If-None-Match": headers["ETag"]})


def test_an_edited_piece_has_two_moments():
    pieces = two_weeks(NOON)
    edited = sum(piece.edited_at is not None for piece in pieces)
    assert len(moments(pieces)) == len(pieces) + edited
