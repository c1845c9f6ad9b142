"""A file that somebody hands in is opened in the limited child; what comes back is a list of reasons or of places."""

import pytest

from answerable.kernel.apart.parent import TooHeavy
from answerable.reports.templates_of_the_body import apart
from answerable.reports.templates_of_the_body.apart import read_template
from answerable.reports.templates_of_the_body.child import answer
from tests.battery.papers import word_file


def codes(found):
    return [one.code for one in found.reasons]


def test_the_child_gives_the_places_of_a_template():
    found = read_template(word_file("{{标题}} {{number}}", "{{正文}}"))
    assert found.names == ("title", "number", "body")
    assert found.reasons == ()


def test_the_child_gives_every_reason_against_a_file():
    found = read_template(word_file("{{titel}}", "{% for x in y %}"))
    assert codes(found) == ["unknown", "sign"]
    assert "titel" in str(found.reasons[0])


def test_a_template_that_would_leave_the_text_out_is_none():
    assert codes(read_template(word_file("{{title}}"))) == ["no-body"]


def test_what_is_no_word_file_is_said_by_the_child_itself():
    assert answer(b"GIF89a") == {"places": [], "reasons": [["not-word", []]]}


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"places": ["body", "__class__", 7], "reasons": []}, []),
        ({"places": [], "reasons": [["nonsense", []]]}, ["damaged"]),
        ({"places": [], "reasons": [["unknown", []]]}, ["damaged"]),
        ({"places": [], "reasons": ["x"]}, ["damaged"]),
    ],
)
def test_nothing_that_the_child_says_is_believed_beyond_its_shape(monkeypatch, told, found):
    monkeypatch.setattr(apart, "ask_child", lambda module, content: told)
    assert codes(read_template(b"PK")) == found


def test_a_file_that_is_too_heavy_or_too_large_is_refused(monkeypatch):
    def tired(module, content):
        raise TooHeavy

    monkeypatch.setattr(apart, "ask_child", tired)
    assert codes(read_template(b"PK")) == ["too-heavy"]
    assert codes(read_template(b"\0" * (apart.FILE_MAX + 1))) == ["too-large"]
