"""Words of buttons, tabs and files."""

from answerable.response.letters.queries.inquiries import TABS as INQUIRY_TABS
from answerable.response.letters.queries.listing import TABS
from answerable.response.letters.words import DONE, INQUIRY_TAB_NAMES, SHEET_STATES, TAB_NAMES


def test_every_tab_has_its_name_in_the_same_order():
    assert list(TAB_NAMES) == list(TABS)
    assert list(INQUIRY_TAB_NAMES) == list(INQUIRY_TABS)


def test_every_word_says_something():
    for words in (DONE, TAB_NAMES, INQUIRY_TAB_NAMES, SHEET_STATES):
        assert all(str(word).strip() for word in words.values())
