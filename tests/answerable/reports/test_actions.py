"""What is done with papers: making, writing, checking, signing, sending, proving, and what makes itself."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage

from answerable.governance.duties.models import Evidence
from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.kernel.moves import IllegalMove
from answerable.kernel.trail.models import Entry
from answerable.office.notices.models import Notice
from answerable.office.review import queries as reviews
from answerable.reports import actions
from answerable.reports.models import DocumentNumber, Edition, Paper, Passage
from answerable.reports.queries.content import hash_of
from tests.answerable.reports.makers import AT, LATER, Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return Desk()


def words_of(paper, key="next_steps"):
    return Passage.objects.get(paper=paper, key=key)


def first_passage(paper):
    return Passage.objects.filter(paper=paper).order_by("place")[0]


def test_a_draft_is_made_from_what_the_system_knows_and_kept_whole(desk):
    paper = desk.make()
    row = Paper.objects.get(pk=paper)
    assert (row.state, row.language, row.authors) == ("draft", "en", [desk.ada.person])
    assert row.passages.count() > 3
    assert Edition.objects.get(paper=paper).why == "made"
    assert Entry.objects.filter(act="reports.make", thing=f"paper:{paper}").exists()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"kind": "novel"}, "no such kind"),
        ({"kind": "case_file"}, "about one thing"),
        ({"begin": date(2026, 4, 1)}, "ends before"),
    ],
)
def test_what_cannot_be_made_is_refused_with_a_sentence(desk, change, why):
    with pytest.raises(Anticipated, match=why):
        desk.make(**change)
    assert not Paper.objects.exists()


def test_nobody_makes_papers_of_a_unit_that_is_not_theirs(desk):
    with pytest.raises(NotAllowed):
        desk.make(by=desk.chen)
    assert desk.make(by=desk.chen, unit=desk.town.units[0].pk)


def test_a_persons_words_stay_when_the_paper_is_gathered_anew(desk):
    paper = desk.make()
    passage = first_passage(paper)
    actions.rewrite(passage.pk, "We did it by hand.", edition=passage.edition, by=desk.ada, at=AT)
    Passage.objects.filter(pk=passage.pk).update(machine="Something older.", own_from="Something older.")
    assert actions.renew(paper, by=desk.ada, at=LATER) >= 1
    passage.refresh_from_db()
    assert passage.own == "We did it by hand."
    assert passage.machine != "Something older."
    assert passage.before == "Something older."


def test_a_passage_that_the_system_gives_up_stays_while_a_persons_words_are_in_it(desk):
    paper = desk.make()
    own = Passage.objects.create(paper_id=paper, key="mine", place=90, heading="Mine", machine="x", own="y")
    Passage.objects.create(paper_id=paper, key="theirs", place=91, heading="Theirs", machine="x")
    actions.renew(paper, by=desk.ada, at=LATER)
    own.refresh_from_db()
    assert (own.own, own.machine, own.gone) == ("y", "", True)
    assert not Passage.objects.filter(paper=paper, key="theirs").exists()


def test_two_who_write_at_once_are_told_and_nothing_is_overwritten(desk):
    passage = first_passage(desk.make())
    edition = actions.rewrite(passage.pk, "Ada's words", edition=passage.edition, by=desk.ada, at=AT)
    with pytest.raises(Moved, match="Ada has changed"):
        actions.rewrite(passage.pk, "Greta's words", edition=passage.edition, by=desk.greta, at=AT)
    actions.rewrite(passage.pk, "Greta's words", edition=edition, by=desk.greta, at=LATER)
    kept = [row["own"] for edition in Edition.objects.all() for row in edition.passages]
    assert {"Ada's words", "Greta's words"} <= set(kept)


def test_the_machines_own_words_given_back_make_the_passage_the_machines_again(desk):
    passage = first_passage(desk.make())
    actions.rewrite(passage.pk, "Mine.", edition=passage.edition, by=desk.ada, at=AT)
    actions.use_machine_words(passage.pk, by=desk.ada, at=LATER)
    passage.refresh_from_db()
    assert passage.own is None
    assert "Mine." in [row["own"] for edition in Edition.objects.all() for row in edition.passages]


def test_words_that_stand_against_new_figures_are_taken_over_knowingly(desk):
    passage = first_passage(desk.make())
    actions.rewrite(passage.pk, "Mine.", edition=passage.edition, by=desk.ada, at=AT)
    Passage.objects.filter(pk=passage.pk).update(machine="Newer.")
    actions.take_over(passage.pk, by=desk.ada, at=LATER)
    passage.refresh_from_db()
    assert (passage.own, passage.own_from) == ("Mine.", "Newer.")


def test_a_paper_goes_through_its_gate_is_signed_numbered_sent_and_frozen(desk):
    paper = desk.make()
    actions.keep_head(
        paper, actions.Head("Quarterly filing", "District", "", "Boris", True), by=desk.ada, at=AT
    )
    Paper.objects.filter(pk=paper).update(document_kind="")
    number = desk.send(paper)
    row = Paper.objects.get(pk=paper)
    assert row.state == "sent"
    assert number == row.numbered.written
    assert number.endswith("〔2026〕1号")
    for file in row.files.all():
        with default_storage.open(file.stored, "rb") as kept:
            assert hashlib.sha256(kept.read()).hexdigest() == file.sha256
    assert {file.form for file in row.files.all()} == {"pdf", "docx"}
    for act in (
        lambda: actions.renew(paper, by=desk.ada, at=LATER),
        lambda: actions.rewrite(first_passage(paper).pk, "x", edition=1, by=desk.ada, at=LATER),
        lambda: actions.keep_head(paper, actions.Head("x"), by=desk.ada, at=LATER),
    ):
        with pytest.raises(Anticipated, match="no draft"):
            act()


def test_numbers_run_on_without_a_gap_and_a_paper_keeps_its_own(desk):
    papers = [desk.make() for _turn in range(3)]
    for paper in papers:
        Paper.objects.filter(pk=paper).update(official=True, document_kind="")
        desk.sign(paper)
    given = [actions.send(paper, "By hand", by=desk.ada, at=LATER) for paper in papers]
    assert [DocumentNumber.objects.get(paper=paper).number for paper in papers] == [1, 2, 3]
    assert len(set(given)) == 3


def test_a_sending_that_broke_off_takes_the_same_number_again(desk, monkeypatch):
    paper = desk.make()
    Paper.objects.filter(pk=paper).update(
        official=True, document_kind="", title=f"A paper set once, {uuid4()}"
    )
    desk.sign(paper)

    def full(*_arguments, **_named):
        raise OSError("No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(default_storage, "save", full)
        with pytest.raises(OSError, match="No space"):
            actions.send(paper, "By hand", by=desk.ada, at=LATER)
    assert Paper.objects.get(pk=paper).state == "signed"
    assert not Paper.objects.get(pk=paper).files.exists()
    assert actions.send(paper, "By hand", by=desk.ada, at=LATER).endswith("〔2026〕1号")
    assert DocumentNumber.objects.count() == 1


def test_nobody_signs_what_they_wrote_nor_what_has_not_passed_its_gate(desk):
    paper = desk.make(by=desk.boris)
    actions.hand_in(paper, by=desk.boris, at=AT)
    digest = Paper.objects.get(pk=paper).text_hash
    with pytest.raises(NotAllowed, match="what they wrote"):
        actions.sign(paper, digest, by=desk.boris, at=LATER)
    other = desk.make()
    actions.hand_in(other, by=desk.ada, at=AT)
    with pytest.raises(Anticipated):
        actions.sign(other, Paper.objects.get(pk=other).text_hash, by=desk.boris, at=LATER)
    with pytest.raises(NotFound):
        actions.sign(other, Paper.objects.get(pk=other).text_hash, by=desk.chen, at=LATER)
    assert set(Paper.objects.values_list("state", flat=True)) == {"in_review"}


def test_what_was_not_read_is_not_signed(desk):
    paper = desk.make()
    actions.hand_in(paper, by=desk.ada, at=AT)
    desk.check(paper)
    with pytest.raises(Moved, match="not those you have read"):
        actions.sign(paper, "0" * 64, by=desk.boris, at=LATER)
    Passage.objects.filter(pk=first_passage(paper).pk).update(own="Slipped in.")
    changed = hash_of(Paper.objects.get(pk=paper))
    with pytest.raises(Anticipated):
        actions.sign(paper, changed, by=desk.boris, at=LATER)


def test_words_changed_behind_the_signature_are_not_sent(desk):
    paper = desk.make()
    desk.sign(paper)
    Passage.objects.filter(pk=first_passage(paper).pk).update(own="Slipped in.")
    with pytest.raises(Moved, match="not those that were signed"):
        actions.send(paper, "By hand", by=desk.ada, at=LATER)


def test_a_paper_taken_back_loses_its_signature_and_its_review(desk):
    paper = desk.make()
    desk.sign(paper)
    actions.take_back(paper, by=desk.ada, at=LATER)
    row = Paper.objects.get(pk=paper)
    assert (row.state, row.signed_by, row.text_hash) == ("draft", "", "")
    second = desk.make()
    actions.hand_in(second, by=desk.ada, at=AT)
    actions.take_back(second, by=desk.ada, at=LATER)
    found = reviews.review_of(f"paper:{second}")
    assert found is None or found.ended_at is not None


def test_what_a_language_model_drafted_does_not_go_out_unread(desk):
    paper = desk.make()
    passage = first_passage(paper)
    Passage.objects.filter(pk=passage.pk).update(drafted=True)
    with pytest.raises(Anticipated, match="drafted by a language model"):
        actions.hand_in(paper, by=desk.ada, at=AT)
    actions.take_over(passage.pk, by=desk.ada, at=AT)
    assert actions.hand_in(paper, by=desk.ada, at=AT)


def test_an_official_document_that_breaks_its_rules_is_not_handed_in(desk):
    paper = desk.make(language="zh-hans", by=desk.ada)
    row = Paper.objects.get(pk=paper)
    assert (row.official, row.document_kind) == (True, "report")
    passage = first_passage(paper)
    actions.rewrite(passage.pk, "妥否，请批示。", edition=passage.edition, by=desk.ada, at=AT)
    with pytest.raises(Anticipated, match="not fit for an official document"):
        actions.hand_in(paper, by=desk.ada, at=AT)


def test_receipt_and_return_are_noted_once_and_on_what_was_sent(desk):
    paper, other, draft = desk.make(), desk.make(), desk.make()
    desk.send(paper)
    desk.send(other)
    actions.note_receipt(paper, "No. 17, district office", by=desk.ada, at=LATER)
    actions.note_return(other, "The table lacks a unit", by=desk.ada, at=LATER)
    with pytest.raises(IllegalMove):
        actions.note_receipt(paper, "again", by=desk.ada, at=LATER)
    with pytest.raises(IllegalMove):
        actions.note_return(draft, "x", by=desk.ada, at=LATER)
    assert list(Paper.objects.order_by("pk").values_list("state", flat=True)) == [
        "receipted",
        "returned",
        "draft",
    ]


def test_a_paper_that_was_sent_becomes_evidence_of_its_duty_once(desk):
    assert actions.draft_due(at=AT) >= 1
    paper = Paper.objects.get(run=desk.run.pk)
    assert paper.language == "zh-hans"
    with pytest.raises(Anticipated, match="not gone out"):
        actions.prove(paper.pk, by=desk.chen, at=AT)
    actions.hand_in(paper.pk, by=desk.chen, at=AT)
    desk.check(paper.pk)
    actions.sign(paper.pk, Paper.objects.get(pk=paper.pk).text_hash, by=desk.boris, at=LATER)
    actions.send(paper.pk, "By the document exchange", by=desk.ada, at=LATER)
    with pytest.raises(Anticipated, match="no duty of yours"):
        actions.prove(paper.pk, by=desk.ada, at=LATER)
    first = actions.prove(paper.pk, by=desk.chen, at=LATER)
    assert actions.prove(paper.pk, by=desk.chen, at=LATER) == first
    found = Evidence.objects.get(pk=first)
    assert found.occurrence_id == desk.run.pk
    assert found.sha256 == paper.files.get(form="pdf").sha256


def test_drafts_make_themselves_once_when_their_duty_opens(desk):
    made = actions.draft_due(at=AT)
    assert made == Paper.objects.count() >= 1
    row = Paper.objects.get(run=desk.run.pk)
    assert (row.kind, row.unit_id, row.state) == ("quarter", desk.town.units[0].pk, "draft")
    assert (row.period_begin.isoformat(), row.period_end.isoformat()) == ("2026-01-01", "2026-03-31")
    assert (row.addressee, row.signer, row.urgency) == ("办公室", "Boris", "")
    assert actions.draft_due(at=LATER) == 0


def test_a_draft_put_away_made_no_number_and_makes_itself_no_more(desk):
    actions.draft_due(at=AT)
    row = Paper.objects.get(run=desk.run.pk)
    actions.drop(row.pk, by=desk.chen, at=AT)
    assert Paper.objects.get(pk=row.pk).state == "dropped"
    assert actions.draft_due(at=LATER) == 0
    assert not DocumentNumber.objects.exists()


def test_the_brief_is_told_at_the_time_that_each_reader_chose_and_once_a_day(desk):
    # 04:00 UTC is noon in Shanghai.
    actions.choose_brief_time(11 * 60, by=desk.ada, at=AT - timedelta(days=1))
    actions.choose_brief_time(13 * 60, by=desk.boris, at=AT - timedelta(days=1))
    actions.choose_brief_time(None, by=desk.chen, at=AT - timedelta(days=1))
    from_machine = replace(desk.ada)
    assert actions.tell_brief(by=from_machine, at=AT) == 1
    assert actions.tell_brief(by=from_machine, at=AT + timedelta(minutes=5)) == 0
    told = Notice.objects.get(kind="brief")
    assert told.person_id == desk.ada.person
    assert actions.tell_brief(by=from_machine, at=AT + timedelta(hours=1)) == 1
    with pytest.raises(Anticipated, match="no time of the day"):
        actions.choose_brief_time(24 * 60, by=desk.ada, at=AT)


def test_a_passage_or_paper_that_is_not_there_is_said_to_be_not_there(desk):
    with pytest.raises(NotFound):
        actions.rewrite(987, "x", edition=1, by=desk.ada, at=AT)
    with pytest.raises(NotFound):
        actions.drop(987, by=desk.ada, at=AT)
