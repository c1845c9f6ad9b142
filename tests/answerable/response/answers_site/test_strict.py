"""The strict look sees what is wrong."""

import pytest

from tests.answerable.response.answers_site.strict import faults

PAGE = "<!doctype html>\n<html lang='en'><head><title>x</title></head><body><h1>x</h1>{}</body></html>"


@pytest.mark.parametrize(
    "wrong",
    [
        "<p><div></div></p>",
        "<ul><p>x</p></ul>",
        "<b>x",
        "<p id='a'></p><p id='a'></p>",
        "<h4>x</h4>",
        "<label for='q'>x</label>",
        "<p onclick='x'>x</p>",
        "<script>1</script>",
        "<script src='/x.js'></script>",
        "<a><a></a></a>",
    ],
)
def test_a_fault_is_found(wrong):
    assert faults(PAGE.format(wrong).encode())


def test_a_right_page_has_none():
    assert (
        faults(PAGE.format("<h2 id='a'>x</h2><section aria-labelledby='a'><p>y<br>z</p></section>").encode())
        == []
    )
