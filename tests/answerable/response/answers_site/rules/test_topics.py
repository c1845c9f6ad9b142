"""Addresses of topics."""

import re

import pytest

from answerable.response.answers_site.rules.topics import key_of


@pytest.mark.parametrize(
    "name", ["Water supply", "水质", "../../etc", "a/b?c#d", "<script>", "\ud800", "", "é" * 300]
)
def test_a_topic_has_an_address_of_plain_signs_whatever_its_name(name):
    assert re.fullmatch(r"[a-z0-9-]{7,60}", key_of(name))


def test_two_topics_never_share_an_address():
    names = ["Water supply", "water-supply", "water supply", "水质", "水价", "C", "C++", "C#"]
    assert len({key_of(name) for name in names}) == len(names)
