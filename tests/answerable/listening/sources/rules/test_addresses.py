import pytest

from answerable.listening.sources.rules.addresses import host_of, pasted, site_name


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://News.Example:8443/a", "news.example"),
        ("imaps://a@mail.example/", ""),
        ("tickets", ""),
        ("http://[::1", ""),
    ],
)
def test_only_web_addresses_have_a_host(address, host):
    assert host_of(address) == host


def test_pasted_addresses_are_split_completed_and_each_taken_once():
    text = "a.example\nhttps://b.example, c.example；a.example  \n\n"
    assert pasted(text) == ["https://a.example", "https://b.example", "https://c.example"]


def test_a_site_is_named_without_its_prefix():
    assert site_name("https://www.evening.example/feed") == "evening.example"
