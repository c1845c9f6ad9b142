"""Every kind says something true of an empty house, in both languages, and says what is missing."""

import pytest

from answerable.kernel.errors import Anticipated
from answerable.reports.kinds import KINDS
from answerable.reports.kinds.composing import body_of, compose
from answerable.reports.layouts.document import KeyFigures, Missing
from tests.answerable.reports.kinds.makers import AT, make_period

pytestmark = pytest.mark.django_db
WHOLE = [key for key, kind in KINDS.items() if not kind.about.subject]
OF_ONE = [key for key, kind in KINDS.items() if kind.about.subject]


@pytest.mark.parametrize("key", WHOLE)
def test_a_paper_of_an_empty_house_is_written_in_both_languages_and_says_what_is_missing(key):
    kind = KINDS[key]
    period = make_period(kind.about.span)
    gathered = kind.gather(period, at=AT)
    for language in ("en", "zh-hans"):
        passages = compose(gathered, period, language)
        assert gathered.title.said(language)
        assert all(passage.heading for passage in passages)
        assert any(isinstance(block, Missing) for block in body_of(passages))


@pytest.mark.parametrize("key", WHOLE)
def test_no_figure_of_an_empty_house_is_made_up_and_each_carries_its_period_and_a_link(key):
    kind = KINDS[key]
    period = make_period(kind.about.span)
    passages = compose(kind.gather(period, at=AT), period, "en")
    figures = [
        row
        for passage in passages
        for block in passage.blocks
        if isinstance(block, KeyFigures)
        for row in block.rows
    ]
    assert all(figure.value in (0, None) for figure in figures), figures
    assert all(figure.period and figure.link.startswith("/") for figure in figures)


@pytest.mark.parametrize("key", OF_ONE)
def test_a_paper_about_a_thing_that_is_not_there_is_refused_or_says_so(key):
    kind = KINDS[key]
    period = make_period(kind.about.span, subject=f"{kind.about.subject}:404")
    try:
        gathered = kind.gather(period, at=AT)
    except Anticipated:
        return
    assert any(part.missing for part in gathered.parts)


def test_the_keys_of_passages_are_apart_within_a_paper_so_that_a_person_s_words_find_theirs():
    for key in WHOLE:
        kind = KINDS[key]
        parts = [part.key for part in kind.gather(make_period(kind.about.span), at=AT).parts]
        assert len(parts) == len(set(parts)), key


def test_every_kind_is_named_in_both_languages_and_kept_under_its_key():
    for key, kind in KINDS.items():
        assert kind.about.key == key
        assert kind.about.name.en != kind.about.name.zh
