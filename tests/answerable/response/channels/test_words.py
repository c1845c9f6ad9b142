"""What the room says, by key."""

from django.utils import translation

from answerable.response.channels.words import HAND_NAMES, TELL_NAMES


def test_every_key_has_words_of_its_own_in_both_languages():
    for names in (HAND_NAMES, TELL_NAMES):
        for language in ("en", "zh-hans"):
            with translation.override(language):
                assert len({str(name) for name in names.values()}) == len(names)
