"""A paper as a page: everything is there, in order, and marked as what it is."""

import itertools

import pytest
from lxml import html

from answerable.reports.layouts.document import Paragraph, Run
from answerable.reports.layouts.html import article, page
from tests.answerable.reports.layouts.makers import make_document, make_english


@pytest.mark.parametrize("make", [make_document, make_english])
@pytest.mark.parametrize("kind", ["official", "plain"])
def test_a_page_says_its_language_has_one_first_heading_and_skips_no_level(make, kind):
    root = html.document_fromstring(page(make(kind=kind)))
    assert root.get("lang") == ("zh-Hans" if make is make_document else "en")
    levels = [int(one.tag[1]) for one in root.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_an_official_page_has_head_signer_signature_and_colophon_and_a_plain_one_has_none():
    official, plain = article(make_document()), article(make_document(kind="plain"))
    for words in ("青川区人民政府办公室文件", "签发人：林若", "抄送：区委宣传部", "2026年10月9日印发"):
        assert words in official
        assert words not in plain


def test_heads_of_tables_are_heads_and_numbers_stand_right():
    root = html.fragment_fromstring(article(make_document()))
    assert {one.get("scope") for one in root.iter("th")} == {"col"}
    right = [one.text_content() for one in root.iter("td") if one.get("class") == "num"]
    assert {"31", "1,204", "12.25"} <= set(right)
    assert "水务局" not in right


def test_markup_in_a_text_is_words():
    made = article(
        make_document(title="<b>&\"'", body=(Paragraph((Run("<i>", link="https://a.example/?a=1&b=2"),)),))
    )
    assert "<h1>&lt;b&gt;&amp;&quot;&#x27;</h1>" in made
    assert '<a href="https://a.example/?a=1&amp;b=2" rel="noopener noreferrer">&lt;i&gt;</a>' in made


def test_what_is_missing_and_what_must_be_noticed_stand_out():
    made = article(make_document(notices=("草稿",)))
    assert '<p class="paper-notice" role="note">草稿</p>' in made
    assert '<p class="paper-missing">缺：教育局未报送第三季度台账。</p>' in made


def test_a_page_allows_itself_nothing_but_its_own_style():
    assert b"default-src &#x27;none&#x27;" in page(make_document())
