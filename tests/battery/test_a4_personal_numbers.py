"""A4: numbers of people, planted as they are and as people disguise them, are masked; official texts stay as they are.

Recall is counted on what is left: a number is missed when its digits still stand in the masked text, whatever they
were written with. Not looked for are numbers cut over several lines, or spelt in words of other languages. A landline
is masked whoever has it, unless its text calls it a hot-line: no text says whose house it rings in.
"""

import json
import random
import re
import unicodedata
from collections import Counter

import pytest
from django.db import transaction

from answerable.kernel.personal_data import mask
from answerable.listening.sources import actions as sources
from answerable.listening.sources.kinds import Document
from answerable.listening.sources.models import Item
from answerable.listening.sources.reading.pool import read_document, readers
from tests.answerable.listening.sources.makers import NOON, make_source
from tests.battery.bylines import everything
from tests.battery.hostile import ADDRESS
from tests.battery.planted import SORTS, disguises, landline, official

NUMBERS = 1000
CLEAN = 10_000
NUMERALS = {
    ord(sign): str(value)
    for row in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖")
    for value, sign in enumerate(row)
}
#: The control: what a quick hand writes for mobile numbers.
NAIVE = re.compile(r"1[3-9]\d{9}")


def bare(text):
    """A text as its digits and letters alone, whatever they were written with."""
    plain = unicodedata.normalize("NFKC", text).translate(NUMERALS).lower()
    return re.sub(r"[\W_]", "", plain)


def planted():
    """Number by number: (sort, as it is, as it is disguised)."""
    chance = random.Random(20_261_123)
    for number in range(NUMBERS):
        sort = list(SORTS)[number % len(SORTS)]
        value = SORTS[sort].make(chance)
        sentence = chance.choice(SORTS[sort].sentences)
        yield sort, sentence, value, list(disguises(sort, value, chance))


def is_left(sentence, written):
    """Whether a number still stands in its sentence after masking."""
    return bare(written) in bare(mask(sentence.format(written)).text)


def test_99_of_100_valid_numbers_of_each_sort_are_masked(tally):
    tried, missed = Counter(), Counter()
    for sort, sentence, value, _disguised in planted():
        tried[sort] += 1
        missed[sort] += is_left(sentence, value)
    assert {sort: (missed[sort], tried[sort]) for sort in tried if missed[sort] > 0.01 * tried[sort]} == {}
    tally(cases=NUMBERS, faults=NUMBERS, lost=missed.total())


def test_90_of_100_disguised_numbers_of_each_sort_are_masked(tally):
    tried, missed = Counter(), Counter()
    for sort, sentence, _value, disguised in planted():
        tried[sort] += len(disguised)
        missed[sort] += sum(is_left(sentence, written) for written in disguised)
    assert {sort: (missed[sort], tried[sort]) for sort in tried if missed[sort] > 0.1 * tried[sort]} == {}
    tally(cases=tried.total(), faults=tried.total(), lost=missed.total())


def test_the_control_that_looks_for_eleven_digits_misses_the_disguised(tally):
    tried = missed = 0
    for sort, sentence, value, disguised in planted():
        if sort == "mobile":
            assert NAIVE.search(sentence.format(value)), "it does find a number that is written plainly"
            tried += len(disguised)
            missed += sum(
                bare(written) in bare(NAIVE.sub("***", sentence.format(written))) for written in disguised
            )
    assert missed > tried // 2
    tally(cases=tried, faults=tried, control=True)


def test_of_ten_thousand_official_texts_at_most_one_in_200_is_touched(tally):
    chance = random.Random(20_261_124)
    texts = [official(chance) for _number in range(CLEAN)]
    touched = [text for text in texts if mask(text).text != text]
    assert len(set(texts)) == CLEAN
    assert len(touched) <= CLEAN // 200, touched[:5]
    tally(cases=CLEAN)


def test_the_control_that_masks_every_long_number_touches_most_official_texts(tally):
    chance = random.Random(20_261_124)
    texts = [official(chance) for _number in range(500)]
    assert sum(re.search(r"\d(?:[ .\-]?\d){5,}", text) is not None for text in texts) > 250
    tally(cases=500, control=True)


@pytest.mark.parametrize("name", ["服务热线", "监督专线", "市民热线", "hotline", "Helpline"])
def test_a_number_that_its_text_calls_a_hot_line_stays(name, tally):
    chance = random.Random(name)
    for _number in range(50):
        text = f"{name}：{landline(chance)}"
        assert mask(text).text == text
    tally(cases=50)


@pytest.mark.django_db
def test_no_planted_number_is_in_any_row_after_a_source_brought_it(tally):
    """The whole way: a feed that holds them is read in the limited child and stored; then every table is searched."""
    kept = [(sort, sentence, value) for sort, sentence, value, _disguised in planted()][:400]
    items = [
        {"id": f"urn:matter:{number}", "title": f"Matter {number}", "content_text": sentence.format(value)}
        for number, (_sort, sentence, value) in enumerate(kept)
    ]
    document = json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": items}, ensure_ascii=False
    )
    source = make_source(kind="json_feed", address="https://paper.example/numbers")
    reading = read_document("json_feed", Document(document.encode(), ADDRESS), {}, {}, at=NOON)
    readers().close()
    with transaction.atomic():
        sources.store_entries(source, list(reading.items), catch_up=False, at=NOON)
    assert Item.objects.filter(source=source).count() == len(kept)
    found = bare(everything())
    assert "matter399" in found
    assert [value for _sort, _sentence, value in kept if bare(value) not in bare(document)] == []
    left = [value for _sort, _sentence, value in kept if bare(value) in found]
    assert left == []
    tally(cases=len(kept), faults=len(kept), lost=len(left))
