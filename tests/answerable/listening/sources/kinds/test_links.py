"""Links that may be stored."""

import pytest

from answerable.listening.sources.kinds.links import stored_link


@pytest.mark.parametrize(
    ("link", "stored"),
    [
        ("http://a.example/x", "http://a.example/x"),
        ("/x?y=1#z", "https://site.example/x?y=1#z"),
        ("x/../y", "https://site.example/news/y"),
        ("//b.example/x", "https://b.example/x"),
        ("http://user:secret@a.example/", "http://a.example/"),
        ("http://a.example/?utm_source=x&id=7&fbclid=9", "http://a.example/?id=7"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("\u2028javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("mailto:a@b.example", ""),
        ("file:///etc/passwd", ""),
        ("http://", ""),
        ("http://[::1", ""),
        ("", ""),
        ("http://a.example/" + "x" * 2000, ""),
        ("http://a\\b.example/", ""),
    ],
)
def test_only_web_addresses_are_kept_and_made_whole(link: str, stored: str) -> None:
    assert stored_link(link, "https://site.example/news/") == stored
