"""Who sees which paper, how lists and pages are filled, and the words that are signed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.reports import actions, queries
from answerable.reports.layouts.document import Missing
from answerable.reports.models import Paper, Passage, SentFile
from answerable.reports.queries.brief import due_readers, period_before, readers_of_brief
from answerable.reports.queries.checking import bodies_in, remarks_of
from answerable.reports.queries.content import document_of, hash_of, wording
from answerable.reports.queries.kept import kept_files
from answerable.reports.rules.passages import Standing
from answerable.reports.rules.states import Move
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.reports.makers import AT, LATER, Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return Desk()


def shown(actor, **wish):
    return [row.title for row in queries.shelf(actor, queries.Wish(**wish)).rows]


def test_drafts_are_of_ones_units_and_sent_papers_of_everybody(desk):
    body = desk.make()
    own = desk.make(unit=desk.town.units[0].pk)
    assert {row.pk for row in queries.papers_of(desk.chen)} == {own}
    assert {row.pk for row in queries.papers_of(desk.ada)} == {body, own}
    desk.send(body)
    assert {row.pk for row in queries.papers_of(desk.chen)} == {body, own}
    assert {row.pk for row in queries.papers_of(MACHINE)} == {body, own}
    with pytest.raises(NotAllowed):
        queries.papers_of(replace(desk.ada, abilities=frozenset()))


def test_a_guarded_paper_is_seen_by_those_who_wrote_it_alone(desk):
    paper = desk.make()
    Paper.objects.filter(pk=paper).update(kind="accountability", authors=[desk.boris.person])
    assert not queries.papers_of(desk.ada).exists()
    assert not queries.papers_of(MACHINE).exists()
    assert queries.papers_of(desk.boris).get().pk == paper


def test_a_paper_about_a_case_is_seen_by_whoever_may_see_the_case(desk):
    paper = desk.make()
    Paper.objects.filter(pk=paper).update(subject="case:987654")
    with pytest.raises(NotFound):
        queries.paper_for(desk.ada, paper)


def test_the_list_filters_by_tab_kind_and_words(desk):
    first, second = desk.make(), desk.make("weekly")
    Paper.objects.filter(pk=first).update(title="Quarter of the pipes")
    desk.send(second)
    assert shown(desk.ada) == ["Quarter of the pipes"]
    assert len(shown(desk.ada, tab="sent")) == 1
    assert len(shown(desk.ada, tab="all")) == 2
    assert shown(desk.ada, tab="all", kind="weekly") == [Paper.objects.get(pk=second).title]
    assert shown(desk.ada, tab="all", words="PIPES") == ["Quarter of the pipes"]
    assert shown(desk.ada, tab="nonsense", page=99) == ["Quarter of the pipes"]


def test_papers_put_away_leave_the_list(desk):
    paper = desk.make()
    actions.drop(paper, by=desk.ada, at=AT)
    assert shown(desk.ada, tab="all") == []


def test_the_page_offers_only_moves_that_this_reader_may_make(desk):
    paper = desk.make()
    assert set(queries.paper_page(desk.ada, paper).moves) == {Move.HAND_IN, Move.DROP}
    actions.hand_in(paper, by=desk.ada, at=AT)
    assert Move.SIGN not in queries.paper_page(desk.ada, paper).moves
    assert Move.SIGN in queries.paper_page(desk.boris, paper).moves
    assert not queries.paper_page(desk.ada, paper).may_edit


def test_a_passage_says_whose_words_stand_and_what_has_changed_below_them(desk):
    paper = desk.make()
    passage = Passage.objects.filter(paper=paper).order_by("place")[0]
    actions.rewrite(passage.pk, "Mine.", edition=passage.edition, by=desk.ada, at=AT)
    Passage.objects.filter(pk=passage.pk).update(machine="New line.", own_from="Old line.")
    page = queries.paper_page(desk.ada, paper)
    row = page.passages[0]
    assert (row.standing, row.words, page.conflicts) == (Standing.CONFLICT, "Mine.", 1)
    assert row.changed == (("-", "Old line."), ("+", "New line."))


def test_every_word_and_figure_is_in_the_wording_that_is_signed(desk):
    paper = desk.make()
    row = Paper.objects.get(pk=paper)
    before = hash_of(row)
    assert row.title in wording(row)
    for change in ({"heading": "Other"}, {"own": "Other"}, {"blocks": [{"is": "missing", "text": "Other"}]}):
        passage = Passage.objects.filter(paper=paper).order_by("place")[0]
        Passage.objects.filter(pk=passage.pk).update(**change)
        assert hash_of(row) != before
        passage.save()
        assert hash_of(row) == before


def test_a_draft_says_that_it_is_one_and_a_signed_paper_is_dated_with_its_signature(desk):
    paper = desk.make()
    document = document_of(Paper.objects.get(pk=paper))
    assert document.notices == ("Draft",)
    assert document.dated is None
    desk.sign(paper)
    signed = document_of(Paper.objects.get(pk=paper))
    assert signed.notices == ()
    assert signed.dated == LATER.date()


def test_an_official_paper_is_looked_at_by_its_rules_and_a_plain_one_is_not(desk):
    paper = desk.make(language="zh-hans")
    row = Paper.objects.get(pk=paper)
    assert any(one.weight == "error" for one in remarks_of(row)) or remarks_of(row) == ()
    Paper.objects.filter(pk=paper).update(title="请示", addressee="")
    assert remarks_of(Paper.objects.get(pk=paper))
    Paper.objects.filter(pk=paper).update(official=False)
    assert remarks_of(Paper.objects.get(pk=paper)) == ()


def test_the_brief_is_about_the_day_before_and_has_five_lines(desk):
    make_story()
    gathered, period = queries.brief(desk.ada, at=AT)
    assert period.end == AT.date() - timedelta(days=1)
    assert len(gathered.parts[0].said) == 5
    assert period == period_before(AT.date())


def test_readers_are_due_from_their_minute_on(desk):
    actions.choose_brief_time(450, by=desk.ada, at=AT)
    actions.choose_brief_time(None, by=desk.boris, at=AT)
    assert due_readers(449, at=LATER) == ()
    assert due_readers(450, at=LATER) == (desk.ada.person,)
    assert readers_of_brief() == {desk.ada.person}
    assert queries.brief_minute(desk.ada) == 450
    assert queries.brief_minute(desk.chen) is None


def test_an_edition_shows_a_paper_as_it_stood(desk):
    paper = desk.make()
    passage = Passage.objects.filter(paper=paper).order_by("place")[0]
    actions.rewrite(passage.pk, "Mine.", edition=passage.edition, by=desk.ada, at=AT)
    first, _row = queries.edition_for(desk.ada, paper, 1)
    assert all(one["own"] is None for one in first.passages)
    with pytest.raises(NotFound):
        queries.edition_for(desk.ada, paper, 99)


def test_the_papers_of_a_run_are_found(desk):
    actions.draft_due(at=AT)
    assert [row.kind.en for row in queries.papers_of_run(desk.run.pk)] == ["Quarterly filing"]


def test_the_trend_counts_days_and_publications(desk):
    make_story()
    page = queries.trend_page(desk.ada, None, at=AT)
    assert len(page.trend.expected) == 3
    assert sum(count for _day, count in page.days) <= sum(page.trend.counts)


@pytest.mark.parametrize(
    ("addressee", "direction", "bodies"),
    [
        ("市人民政府、市委宣传部", "up", ("市人民政府", "市委宣传部")),
        ("各县（市、区）人民政府", "up", ("各县（市、区）人民政府",)),
        ("各科室、各直属单位", "down", ("各科室、各直属单位",)),
        ("", "up", ()),
    ],
)
def test_bodies_that_a_document_goes_up_to_are_told_apart(addressee, direction, bodies):
    assert bodies_in(addressee, direction) == bodies


def test_a_report_to_two_bodies_upward_is_remarked_upon(desk):
    paper = desk.make(language="zh-hans")
    row = Paper.objects.get(pk=paper)
    actions.keep_head(
        paper,
        actions.Head(row.title, "市人民政府、市委宣传部", signer="Boris", official=True),
        by=desk.ada,
        at=AT,
    )
    assert "one-addressee" in {one.code for one in remarks_of(Paper.objects.get(pk=paper))}


def test_a_gap_is_said_until_a_person_has_written_over_it(desk):
    paper = desk.make(language="zh-hans")
    gap = next(one for one in queries.paper_page(desk.ada, paper).passages if one.key == "next_steps")
    assert any(isinstance(block, Missing) for block in gap.blocks)
    actions.rewrite(gap.id, "下步加强值守。", edition=gap.edition, by=desk.ada, at=AT)
    written = next(one for one in queries.paper_page(desk.ada, paper).passages if one.key == "next_steps")
    assert not any(isinstance(block, Missing) for block in written.blocks)


def test_a_kept_file_that_is_gone_or_changed_is_named(desk):
    paper = desk.make()
    desk.send(paper)
    first, second = SentFile.objects.order_by("pk")
    assert [one.fault for one in kept_files()] == ["", ""]
    default_storage.delete(first.stored)
    SentFile.objects.filter(pk=second.pk).update(sha256="0" * 64)
    assert [(one.belongs_to, one.fault) for one in kept_files()] == [
        (f"paper {paper}", "is not there"),
        (f"paper {paper}", "is not what it was"),
    ]
