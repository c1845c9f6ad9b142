"""The shipped document frequencies."""

from importlib import resources

import numpy as np
import pytest

from storystream.items import Item
from storystream.text import background, read, read_many


@pytest.mark.parametrize("language", background.LANGUAGES)
def test_a_shipped_table_is_sorted_small_and_plausible(language):
    table = background.load(language)
    assert table.terms.dtype == table.frequency.dtype == np.uint32
    assert (np.diff(table.terms.astype(np.int64)) > 0).all()
    assert background.RAREST <= table.frequency.min() < table.frequency.max() <= table.documents
    file = resources.files("storystream.text").joinpath(f"background_{language}.npz")
    assert len(file.read_bytes()) < 1_500_000


@pytest.mark.parametrize(
    ("language", "common", "rare"), [("zh", "中国", "停水"), ("en", "president", "flood")]
)
def test_a_common_word_is_more_frequent_than_a_rare_one(language, common, rare):
    table = background.load(language)
    frequency = dict(zip(table.terms.tolist(), table.frequency.tolist(), strict=True))
    counts = [frequency[int(read(Item("1", word, language=language)).words[0])] for word in (common, rare)]
    assert counts[0] > 10 * counts[1]


def test_a_language_without_a_table_has_an_empty_one():
    assert background.load("ja") == background.EMPTY


def test_counting_and_saving_come_back_within_a_step(tmp_path, monkeypatch):
    titles = ["自来水公司今晚停水"] * 200 + ["今晚停电"] * 7 + ["仅此一次"]
    counted = background.count(read_many(Item(str(place), title) for place, title in enumerate(titles)))
    assert counted.documents == 208
    assert set(counted.frequency.tolist()) == {200, 207, 7}
    background.save(counted, tmp_path / "background_zh.npz")
    monkeypatch.setattr(background.resources, "files", lambda _package: tmp_path)
    background.load.cache_clear()
    loaded = background.load("zh")
    background.load.cache_clear()
    assert loaded.terms.tolist() == counted.terms.tolist()
    assert np.abs(loaded.frequency / counted.frequency - 1).max() < 0.03
