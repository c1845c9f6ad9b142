"""What stands around every page."""

import pytest

from answerable.response.answers_site import press
from answerable.response.answers_site.press.frame import body_name, other_ways

pytestmark = pytest.mark.django_db


def test_the_body_signs_the_site(office):
    assert body_name() == "Water Bureau"


def test_an_empty_house_still_has_a_site():
    assert press.made("front", language="zh") is not None


def test_the_same_page_in_the_other_language_where_it_exists_else_its_first_page():
    [way] = other_ways("figures", "en", None)
    assert (way.link, way.same) == ("/answers/zh/figures/", True)
    [way] = other_ways("list", "en", None)
    assert (way.link, way.same) == ("/answers/zh/", False)


def test_each_page_speaks_the_language_of_its_address_whatever_the_reader_speaks():
    zh, en = (press.made("about", language=language) for language in ("zh", "en"))
    assert zh is not None
    assert en is not None
    assert '<html lang="zh-Hans">' in zh.body.decode()
    assert "关于本站" in zh.body.decode()
    assert "About this site" in en.body.decode()
