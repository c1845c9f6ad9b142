import pytest
from django.http import QueryDict

from answerable.listening.sources.forms import AddressesForm, FilterForm, source_form
from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.queries.table import Choices, Wish

UNITS = [(1, "Office")]


def wish(query):
    return FilterForm(QueryDict(query), choices=Choices(((3, "Post"),), ((1, "Office"),))).wish()


def test_a_filter_becomes_a_wish():
    found = wish("words=city&state=ill&kind=feed&unit=1&publication=3&sort=-name&page=2")
    assert found == Wish("ill", "feed", 1, 3, "city", "-name", 2)


@pytest.mark.parametrize(
    "query", ["", "state=nonsense", "unit=9", "page=0x10", "page=-1", "sort=secret", "page=９"]
)
def test_what_makes_no_sense_is_left_out(query):
    assert wish(query) == Wish()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_form_whose_fields_have_labels(kind):
    form = source_form(kind, None, units=UNITS)
    assert all(bound.label for bound in form)
    assert form["owner_unit"].field.choices == UNITS


def test_only_web_kinds_do_without_a_name():
    assert not source_form("feed", None, units=UNITS).fields["name"].required
    assert source_form("folder", None, units=UNITS).fields["name"].required


def test_a_source_that_is_not_polled_has_no_interval():
    assert "fixed_interval" not in source_form("webhook", None, units=UNITS).fields


def test_nobody_types_the_secret_of_a_webhook():
    assert "secret" not in source_form("webhook", None, units=UNITS).fields


def test_addresses_may_be_pasted_in_any_way():
    form = AddressesForm({"addresses": "a.example b.example\n\nhttps://c.example"})
    assert form.is_valid()
    assert form.cleaned_data["addresses"] == ["https://a.example", "https://b.example", "https://c.example"]
