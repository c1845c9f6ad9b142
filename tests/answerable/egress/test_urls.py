"""Reading addresses: strictly, once, and without secrets."""

import pytest

from answerable.egress.errors import BadAddress
from answerable.egress.urls import join, read_url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://example.org", "http://example.org/"),
        ("HTTPS://EXAMPLE.org:443/a?b#c", "https://example.org/a?b"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("http://user:secret@example.org/", "http://example.org/"),
        ("http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"),
        ("http://新闻.example/路", "http://xn--efvy88h.example/%E8%B7%AF"),
        ("http://[2606:4700::1111]:8443/", "http://[2606:4700::1111]:8443/"),
        ("http://example.org./x", "http://example.org/x"),
        ("http://example.org?q=1", "http://example.org/?q=1"),
        ("http://a_b.example/", "http://a_b.example/"),
        ("  http://example.org/a%20b  ", "http://example.org/a%20b"),
    ],
)
def test_an_address_is_read_and_written_the_same_way(text: str, url: str) -> None:
    assert read_url(text).url == url
    assert read_url(url).url == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "data:text/html,x",
        "javascript:alert(1)",
        "http://",
        "http:///path",
        "http://exa mple.org/",
        "http://example.org\\@127.0.0.1/",
        "http://example.org\t.evil/",
        "http://example.org:0/",
        "http://example.org:99999/",
        "http://example.org:8o/",
        "http://[::1/",
        "http://[::1%25eth0]/",
        "http://[1.2.3.4]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://256.1.1.1/",
        "http://a..b/",
        "http://a%2eb/",
        "http://example.org/\x00",
        "http://xn--a.example/",
        "http://example.org/" + "x" * 2000,
    ],
)
def test_what_browsers_would_repair_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(BadAddress) as caught:
        read_url(text)
    assert caught.value.details["why"]


def test_a_location_is_read_relative_to_the_page() -> None:
    asked = read_url("http://example.org/a/b")
    assert join(asked, "../c").url == "http://example.org/c"
    assert join(asked, "//other.example/x").url == "http://other.example/x"
    with pytest.raises(BadAddress):
        join(asked, "file:///etc/passwd")
    with pytest.raises(BadAddress):
        join(asked, "http://[::1")
    with pytest.raises(BadAddress):
        join(asked, "http://a\\b/")
