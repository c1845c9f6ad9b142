"""The way around the house."""

import pytest

from tests.answerable.response.answers.makers import make_published

pytestmark = pytest.mark.django_db


def test_an_address_without_its_last_stroke_gets_it(office, reader):
    slug = make_published(office)
    answer = reader.get(f"/answers/{slug}")
    assert (answer.status_code, answer["Location"]) == (301, f"/answers/{slug}/")
    assert reader.get("/answers/en/nothing.html").status_code == 404


def test_a_name_that_is_not_ours_is_refused(reader):
    assert reader.get("/answers/en/", headers={"Host": "evil.example"}).status_code == 400


def test_the_house_itself_still_asks_who_is_there(reader):
    assert reader.get("/respond/answers/").status_code == 302


def test_robots_are_told_at_the_root(reader):
    assert reader.get("/robots.txt")["Content-Type"].startswith("text/plain")
