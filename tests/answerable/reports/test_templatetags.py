"""Words, marks and blocks of papers on pages."""

import pytest
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils import translation

from answerable.reports import words
from answerable.reports.layouts.document import Document, KeyFigure, KeyFigures, Missing
from answerable.reports.rules.passages import Standing
from answerable.reports.rules.states import Move, State
from answerable.reports.rules.told import Told


def drawn(source, language="en", **values):
    with translation.override(language):
        request = RequestFactory().get("/papers/1/")
        return Template("{% load reports_words %}" + source).render(RequestContext(request, values))


@pytest.mark.parametrize(("language", "said"), [("en", "Water"), ("zh-hans", "水")])
def test_what_is_told_is_said_in_the_language_of_the_page(language, said):
    assert drawn("{{ what|told }}", language, what=Told("Water", "水")) == said
    assert drawn("{{ what|said_in:'zh-hans' }}", language, what=Told("Water", "水")) == "水"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_state_standing_move_and_edition_has_its_word(language):
    for state in State:
        assert str(words.STATE_NAMES[state]) or drawn("{% paper_state state %}", language, state=state)
        assert drawn("{% paper_state state %}", language, state=state).strip()
    for standing in Standing:
        assert drawn("{% standing_mark standing %}", language, standing=standing).strip()
    for move in Move:
        assert drawn("{{ move|move_name }}", language, move=move) != move
    for why in words.EDITION_NAMES:
        assert drawn("{{ why|edition_name }}", language, why=why)


def test_blocks_are_set_with_their_links_and_every_text_is_escaped():
    blocks = (
        KeyFigures((KeyFigure("<b>Cases</b>", 3, 7, "March", "/respond/cases/"),)),
        Missing("Not known: <i>why</i>"),
    )
    page = drawn("{% set_blocks blocks 'en' %}", blocks=blocks)
    assert 'href="http://testserver/respond/cases/"' in page
    assert "<b>" not in page
    assert "<i>" not in page


def test_a_whole_paper_is_set_escaped():
    paper = Document(kind="plain", language="en", title="<script>x</script>", body=())
    assert "<script>" not in drawn("{% set_article paper %}", paper=paper)


@pytest.mark.parametrize(("language", "tag"), [("zh-hans", "zh-Hans"), ("en", "en")])
def test_a_language_is_tagged_as_pages_do(language, tag):
    assert drawn("{{ tongue|lang_tag }}", tongue=language) == tag
