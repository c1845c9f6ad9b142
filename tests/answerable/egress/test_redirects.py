"""Redirects: whose name it is, and which method goes on."""

import pytest

from answerable.egress.errors import BadAnswer, NeedsConfirmation
from answerable.egress.exchange import FetchRequest
from answerable.egress.redirects import next_method, next_target, registrable
from answerable.egress.urls import read_url

REQUEST = FetchRequest("http://news.example.co.uk/")


@pytest.mark.parametrize(
    ("host", "owner"),
    [
        ("www.example.co.uk", "example.co.uk"),
        ("a.b.example.com", "example.com"),
        ("news.gov.cn", "news.gov.cn"),
        ("127.0.0.1", "127.0.0.1"),
        ("feeds.city.local", "city.local"),
    ],
)
def test_the_registered_part_of_a_name(host: str, owner: str) -> None:
    assert registrable(host) == owner


def test_a_move_for_good_stays_with_its_owner_or_waits() -> None:
    asked = read_url(REQUEST.url)
    assert (
        next_target(asked, 301, {"location": "https://www.example.co.uk/x"}, REQUEST).host
        == "www.example.co.uk"
    )
    with pytest.raises(NeedsConfirmation):
        next_target(asked, 301, {"location": "https://example2.co.uk/x"}, REQUEST)
    assert next_target(asked, 302, {"location": "https://example2.co.uk/x"}, REQUEST).host == "example2.co.uk"


def test_a_redirect_needs_an_address() -> None:
    with pytest.raises(BadAnswer):
        next_target(read_url(REQUEST.url), 302, {}, REQUEST)


@pytest.mark.parametrize(
    ("method", "status", "then"),
    [
        ("GET", 301, "GET"),
        ("POST", 302, "GET"),
        ("POST", 303, "GET"),
        ("POST", 307, "POST"),
        ("HEAD", 308, "HEAD"),
    ],
)
def test_the_method_that_goes_on(method: str, status: int, then: str) -> None:
    assert next_method(method, status) == then
