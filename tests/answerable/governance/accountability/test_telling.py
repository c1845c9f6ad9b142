"""What people are told says that there is something to read, in both languages, and nothing of what."""

import pytest
from django.utils import translation

from answerable.governance.accountability import telling


@pytest.mark.parametrize("words", [telling.paper_waits, telling.seat_given, telling.something_said])
def test_every_notice_is_worded_in_both_languages(words):
    with translation.override("zh-hans"):
        chinese = words()
    with translation.override("en"):
        assert words() != chinese
