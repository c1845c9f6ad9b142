"""The six limits: what the product must not be able to do has no table, no address and no word in it."""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.urls import get_resolver

from answerable.listening.sources import kinds

OURS = [model for model in apps.get_models() if model.__module__.startswith("answerable.")]
#: A column for who wrote, where they are, what they look like or what they believe.
PERSONAL = re.compile(
    r"(^|_)(author|byline|writer|poster|commenter|handle|avatar|profile|nickname|screen_?name|user_?agent|ip|"
    r"ip_?address|geo|latitude|longitude|gender|religion|ethnic\w*|party|ideolog\w*|loyalt\w*|sentiment|stance|"
    r"opinion|influence\w*|follower\w*|id_?card|identity)(_|$)"
)
#: A verb of taking down, posting as others, or following people.
FORBIDDEN_ACTS = re.compile(
    r"takedown|take-down|delete-post|report-post|bury|downrank|astroturf|sockpuppet|persona|profile-of|dossier|blacklist"
)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_no_table_has_a_column_for_a_person_outside(model):
    columns = [field.name for field in model._meta.get_fields()]
    assert [column for column in columns if PERSONAL.search(column)] == []


def test_an_item_points_at_a_source_and_at_no_person():
    item = apps.get_model("sources", "Item")
    pointed_at = {field.related_model._meta.label for field in item._meta.fields if field.is_relation}
    assert "people.Person" not in pointed_at
    assert "people.Account" not in pointed_at


def addresses(patterns=None, prefix=""):
    for entry in patterns or get_resolver().url_patterns:
        path = prefix + str(entry.pattern)
        if hasattr(entry, "url_patterns"):
            yield from addresses(entry.url_patterns, path)
        else:
            yield path


def test_no_address_takes_down_posts_as_others_or_follows_people():
    assert [path for path in addresses() if FORBIDDEN_ACTS.search(path)] == []


def test_the_closed_record_has_no_place_for_an_author():
    fields = set(kinds.ReadItem.__dataclass_fields__)
    assert {"key", "title", "text", "link", "published_at"} <= fields
    assert [field for field in fields if PERSONAL.search(field)] == []


def test_nothing_is_loaded_from_another_host():
    assert settings.CSP_DIRECTIVES["default-src"] == ["'none'"]
    for directive, sources in settings.CSP_DIRECTIVES.items():
        assert not [source for source in sources if "//" in str(source) or str(source) == "*"], directive
