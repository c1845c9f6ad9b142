"""What the forms take, and what they refuse."""

from answerable.response.channels.forms.content import BeginForm
from answerable.response.channels.forms.register import ApplicationForm, FilingForm


def test_an_empty_application_names_what_is_missing():
    form = ApplicationForm({}, units=[], holders=[], posts=[])
    assert not form.is_valid()
    assert {"platform", "name"} <= set(form.errors)


def test_a_platform_that_is_not_offered_is_refused():
    form = ApplicationForm({"platform": "moon"}, units=[], holders=[], posts=[])
    assert "platform" in form.errors


def test_a_filing_without_anything_is_refused():
    assert not FilingForm({}).is_valid()


def test_a_piece_is_begun_only_in_a_unit_that_was_offered():
    assert "unit" in BeginForm({"unit": "9"}, units=[(3, "Office")]).errors
