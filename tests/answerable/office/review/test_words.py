"""What the room says, by key."""

import pytest
from django.utils import translation
from django.utils.translation import gettext

from answerable.office.review.rules import Hindrance
from answerable.office.review.words import HINDRANCE_WORDS


@pytest.mark.parametrize("found", Hindrance)
def test_every_hindrance_is_said_in_both_languages(found: Hindrance) -> None:
    words = HINDRANCE_WORDS[found]
    with translation.override("zh-hans"):
        assert gettext(words) != words
