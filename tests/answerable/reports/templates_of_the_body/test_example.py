"""The example holds every place, is a template itself, and can be filled."""

import io

import docx
import pytest

from answerable.reports.templates_of_the_body.example import MEANINGS, example, name_of_example
from answerable.reports.templates_of_the_body.filling import fill
from answerable.reports.templates_of_the_body.looking import look_at
from answerable.reports.templates_of_the_body.sample import sample


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_example_has_every_place_and_no_mistake(language):
    found = look_at(example(language))
    assert found.reasons == ()
    assert set(found.names) == set(MEANINGS)
    assert name_of_example(language).endswith(".docx")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_example_filled_with_the_sample_leaves_no_place_open(language):
    word = docx.Document(io.BytesIO(fill(example(language), sample(language)).content))
    texts = [one.text for one in word.element.iter() if one.tag.endswith("}t") and one.text]
    assert not any("{{" in text for text in texts)
    assert any(sample(language).title in text for text in texts)
