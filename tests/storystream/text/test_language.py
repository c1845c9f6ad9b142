"""Which language an item is in."""

import pytest

from benchmarks.streams import items_of
from storystream.items import Item
from storystream.text import read, read_many
from storystream.text.language import LATIN_LANGUAGES, common_words


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("今晚停水", "zh"),
        ("苹果iPhone 15 Pro Max发布", "zh"),
        ("東京の電車が止まった", "ja"),
        ("서울에서 지진이 났다", "ko"),
        ("Погода в Москве", "ru"),
        ("انخفاض أسعار النفط", "ar"),
        ("ئۇيغۇر تىلىدا خەۋەر", "ug"),
        ("خبر امروز درباره گرانی", "fa"),
        ("ราคาน้ำมันลดลง", "th"),
        ("བོད་ལྗོངས་ཀྱི་གནམ་གཤིས", "bo"),
        ("The water is off in the town", "en"),
        ("Le maire de la ville est dans la rue", "fr"),
        ("Der Bürgermeister ist in der Stadt", "de"),
        ("El alcalde está en la ciudad", "es"),
        ("", "und"),
        ("🔥 123", "und"),
    ],
)
def test_the_script_or_common_words_decide(title, language):
    assert read(Item("1", title)).language == language


@pytest.mark.parametrize(
    ("title", "tag", "language"),
    [
        ("Stadtrat", "de-AT", "de"),
        ("Погода", "uk", "uk"),
        ("東京都庁", "ja", "ja"),
        ("今晚停水", "en", "zh"),
        ("Water outage tonight", "zh", "en"),
        ("CBA", "zh", "zh"),
    ],
)
def test_the_callers_tag_is_believed_where_the_script_allows_it(title, tag, language):
    assert read(Item("1", title, language=tag)).language == language


def test_every_language_with_common_words_is_told_apart():
    assert set(common_words()) == set(LATIN_LANGUAGES)


@pytest.mark.parametrize(
    ("name", "language", "share"), [("zh-stream", "zh", 0.99), ("en-stream", "en", 0.99)]
)
def test_short_real_titles_get_their_language_without_a_tag(shared_data, name, language, share):
    titles = [Item(item.id, item.title) for item in items_of(shared_data, name, 2000)]
    right = sum(reading.language == language for reading in read_many(titles))
    assert right / len(titles) >= share
