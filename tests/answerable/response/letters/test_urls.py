"""Addresses of the room."""

import pytest
from django.urls import NoReverseMatch, resolve, reverse


def test_the_public_pages_stand_in_two_languages_and_no_other():
    assert reverse("letters_public:write", kwargs={"tongue": "zh"}) == "/letters/zh/"
    assert resolve("/letters/en/follow/CODE/").kwargs == {"tongue": "en", "code": "CODE"}
    with pytest.raises(NoReverseMatch):
        reverse("letters_public:write", kwargs={"tongue": "de"})


def test_a_letter_and_its_moves_have_addresses():
    assert reverse("letters:letter", args=[7]) == "/respond/letters/7/"
    assert resolve("/respond/letters/7/forward/").kwargs == {"letter": 7, "move": "forward"}
