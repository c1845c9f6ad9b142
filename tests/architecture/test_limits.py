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
    r"takedown|take-down|delete-post|report-post|bury|downrank|astroturf|sockpuppet|persona|profile-of|dossier|blacklist|"
    r"ranking|leaderboard|league|check-in"
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


#: A figure by which people could be compared, and what national rules on work apps forbid to demand of staff.
MEASURING = re.compile(
    r"(^|_)(score|points|rating|league|streak|likes|check_?in|online_\w*|photo|track)(_|$)"
)


def of_staff(model):
    """Say whether a table points at people of the house."""
    pointed_at = {field.related_model for field in model._meta.fields if field.is_relation}
    return bool(pointed_at & {apps.get_model("people", "Person"), apps.get_model("people", "Account")})


@pytest.mark.parametrize(
    "model", [model for model in OURS if of_staff(model)], ids=lambda model: model._meta.label
)
def test_no_table_measures_a_person_of_the_staff(model):
    columns = [field.name for field in model._meta.get_fields()]
    assert [column for column in columns if MEASURING.search(column)] == []


def test_a_finding_belongs_to_one_run_of_a_duty_and_to_nothing_else():
    finding = apps.get_model("duties", "Finding")
    assert finding._meta.get_field("occurrence").null is False
    pointed_at = {field.related_model._meta.label for field in finding._meta.fields if field.is_relation}
    assert not {label for label in pointed_at if label.split(".")[0] not in ("duties", "people")}


def test_the_way_back_to_an_asker_lies_in_one_table_and_sealed():
    contact = {field.name for field in apps.get_model("letters", "Contact")._meta.fields}
    assert contact == {"id", "letter", "inquiry", "sealed", "delete_at"}
    way_back = re.compile(r"(^|_)(name|e?mail|phone|telephone|mobile|address|reply_to)(_|$)")
    for label in ("Letter", "Inquiry"):
        columns = [field.name for field in apps.get_model("letters", label)._meta.fields]
        assert [
            column for column in columns if way_back.search(column) and not column.startswith("has_")
        ] == []


def test_a_case_points_at_no_person_outside():
    pointed_at = {
        field.related_model._meta.app_label
        for field in apps.get_model("cases", "Case")._meta.fields
        if field.is_relation
    }
    assert pointed_at <= {"people", "cases"}


def test_a_verdict_of_the_public_keeps_nothing_of_who_gave_it():
    kept = {field.name for field in apps.get_model("answers_site", "Verdict")._meta.fields}
    assert kept == {"id", "answer", "helped", "open_question", "day"}


def addresses(patterns=None, prefix=""):
    for entry in get_resolver().url_patterns if patterns is None else patterns:
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
