"""Where the site is read, and where its forms lead."""

import pytest

from answerable.response.answers_site.press.sheet import Sheet, forms_go_to, origins, policy, whole


def test_the_same_bytes_have_the_same_name():
    assert Sheet(b"a").etag == Sheet(b"a").etag != Sheet(b"b").etag


@pytest.mark.parametrize(
    ("elsewhere", "system", "forms"),
    [
        ("", "", ""),
        ("", "https://house.example", ""),
        ("https://www.example", "", None),
        ("https://www.example", "https://house.example/", "https://house.example"),
        ("https://www.example", "https://www.example", ""),
    ],
)
def test_forms_lead_to_the_system_or_are_left_out(settings, elsewhere, system, forms):
    settings.ANSWERS_ADDRESS, settings.ANSWERS_FORMS = elsewhere, system
    assert forms_go_to() == forms
    assert ("form-action 'none'" in policy()) is (forms is None)
    assert "script-src" not in policy()


def test_addresses_are_those_that_the_public_opens(settings):
    settings.ANSWERS_ADDRESS, settings.PUBLIC_ADDRESS = "https://www.example/", "https://house.example"
    assert whole("/answers/en/") == "https://www.example/answers/en/"
    assert origins() == {"https://www.example", "https://house.example"}
