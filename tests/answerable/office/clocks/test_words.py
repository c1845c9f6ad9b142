"""Words of the room."""

from types import SimpleNamespace

import pytest
from django.utils import translation

from answerable.office.clocks.words import limit_words, stage_name, titled


@pytest.mark.parametrize(
    ("limit", "english", "chinese"),
    [
        ("7wd", "7 working days", "7个工作日"),
        ("48h", "48 hours", "48小时"),
        ("30cd", "30 days", "30个自然日"),
        ("", "", ""),
    ],
)
def test_a_limit_is_said_in_words(limit, english, chinese) -> None:
    with translation.override("en"):
        assert limit_words(limit) == english
    with translation.override("zh-hans"):
        assert limit_words(limit) == chinese


def test_a_stage_that_only_the_plan_knows_is_shown_as_the_plan_writes_it() -> None:
    with translation.override("zh-hans"):
        assert stage_name("assess") == "研判"
        assert stage_name("ring_the_bell") == "ring the bell"


@pytest.mark.parametrize(
    ("language", "chinese", "shown"),
    [("en", "季报", "Filing"), ("zh-hans", "季报", "季报"), ("zh-hans", "", "Filing")],
)
def test_a_title_is_shown_in_the_reader_s_language_where_there_is_one(language, chinese, shown) -> None:
    with translation.override(language):
        assert titled(SimpleNamespace(title="Filing", title_zh=chinese)) == shown
