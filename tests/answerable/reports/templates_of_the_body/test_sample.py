"""The made-up paper has something for every place but the mark of secrecy, which no paper here bears."""

import pytest

from answerable.reports.templates_of_the_body.places import filling_of
from answerable.reports.templates_of_the_body.sample import sample


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_sample_fills_every_place(language):
    filling = filling_of(sample(language))
    assert [name for name, words in filling.words.items() if not words] == ["secrecy"]
    assert all(filling.rows.values())
