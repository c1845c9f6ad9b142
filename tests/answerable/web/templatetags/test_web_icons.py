"""Icons are drawn into the page and say nothing to a screen reader."""

import re

import pytest
from django.conf import settings

from answerable.web.templatetags.web_icons import ICONS, icon


def test_an_icon_is_a_drawing_without_words():
    drawn = icon("bell")
    assert drawn.startswith("<svg")
    assert 'aria-hidden="true"' in drawn
    assert "<path" in drawn


def test_an_icon_that_does_not_exist_is_a_defect():
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_every_icon_that_a_template_names_exists():
    named = set()
    for template in settings.PACKAGE.rglob("templates/**/*.html"):
        named |= set(re.findall(r'{% icon "([^"]+)" %}', template.read_text()))
    assert {name for name in named if not (ICONS / f"{name}.svg").exists()} == set()
