"""Who may press the button below an answer."""

import pytest

from answerable.response.answers_site.rules import callers
from answerable.response.answers_site.rules.callers import (
    MOST_OF_ALL,
    MOST_OF_ONE,
    WINDOW_S,
    Bucket,
    origin_of,
    stands_on_our_page,
)

OURS = frozenset({"https://water.example"})


@pytest.mark.parametrize(
    ("headers", "may"),
    [
        ({"Origin": "https://water.example", "Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": "https://water.example:443"}, True),
        ({"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}, False),
        ({"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"}, False),
        ({"Origin": "http://water.example"}, False),
        ({"Origin": "https://water.example.evil.example"}, False),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, False),
        ({"Origin": "null"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Origin": "http://["}, False),
        ({"Origin": "http://water.example:999999999"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({}, True),
    ],
)
def test_a_post_comes_from_a_page_of_ours(headers, may):
    assert stands_on_our_page(headers, OURS) is may


def test_an_origin_is_written_as_browsers_write_it():
    assert origin_of("HTTPS://Water.Example:8443/answers/en/") == "https://water.example:8443"


def test_one_address_is_heard_a_few_times_in_a_while():
    bucket = Bucket(b"k")
    heard = [
        bucket.takes("203.0.113.7" if not place else "8.8.4.4", now=place) for place in range(MOST_OF_ONE + 2)
    ]
    assert heard == [True] * (MOST_OF_ONE + 1) + [False]
    assert bucket.takes("8.8.4.4", now=WINDOW_S + MOST_OF_ONE + 2)


def test_all_together_are_heard_so_often_and_a_proxy_is_not_taken_for_a_person():
    bucket = Bucket(b"k")
    assert all(bucket.takes("127.0.0.1", now=1.0) for _ in range(MOST_OF_ALL))
    assert not bucket.takes("8.8.8.8", now=1.0)


def test_no_address_is_readable_in_the_bucket_and_it_does_not_grow(monkeypatch):
    monkeypatch.setattr(callers, "MOST_KEPT", 10)
    bucket = Bucket(b"k")
    for place in range(50):
        bucket.takes(f"8.8.{place}.8", now=float(place))
    assert len(bucket.began) <= 10
    assert not any("8.8." in mark for mark in bucket.began)
