"""Words and marks in templates."""

import pytest
from django.utils.translation import override

from answerable.response.letters.queries import Share
from answerable.response.letters.rules.states import InquiryState, Judgement, ReplyState, State
from answerable.response.letters.templatetags import letters_words as tags


@pytest.mark.parametrize(
    ("tag", "kinds"),
    [
        (tags.letter_state, State),
        (tags.reply_state, ReplyState),
        (tags.inquiry_state, InquiryState),
        (tags.judgement_mark, Judgement),
    ],
)
def test_every_state_has_a_word_and_a_tone_in_both_languages(tag, kinds):
    for kind in kinds:
        words = []
        for language in ("en", "zh-hans"):
            with override(language):
                shown = tag(kind.value)
                words.append(str(shown["word"]))
                assert shown["tone"] in ("ok", "soon", "late", "idle")
        assert words[0] != words[1]


def test_words_of_values():
    with override("en"):
        assert str(tags.way_name("hand")) == "written down by hand"
        assert str(tags.step_name("forwarded")) == "given to a unit"
        assert str(tags.step_to_asker("forwarded")) == "we gave it to the unit that can answer"
        assert str(tags.end_name("not_ours")) == "not ours, handed over"
        assert str(tags.told_name("phone")) == "by telephone"
        assert str(tags.judgement_name("partly")) == "partly answered"
        assert tags.judgement_name("words of an asker") == "words of an asker"
        assert str(tags.why_refused("never heard of")) == "This sort of file is not kept."


def test_a_share_of_too_few_is_a_dash():
    assert tags.percent(Share(1, 2)) == "–"
    assert tags.percent(Share(15, 20)) == "75 %"


def test_a_size_is_written_for_people():
    assert tags.size(2048) == "2.0\xa0KB"
