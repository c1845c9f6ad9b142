"""Drafting, proving, signing, filing: what is late counts for its own period, and says so."""

import hashlib
import io
from datetime import UTC, date, datetime

import pytest

from answerable.governance.duties.actions import deciding, filing
from answerable.governance.duties.actions.filing import Draft, Proven
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Evidence, Filing, Occurrence
from answerable.governance.duties.queries.page import run_page
from answerable.governance.duties.rules.files import MOST_BYTES, paper_hash
from answerable.governance.duties.rules.standing import Word
from answerable.governance.duties.rules.states import Proof, State
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from tests.answerable.governance.duties.makers import make_town, opened, quarter_run

pytestmark = pytest.mark.django_db

IN_TIME = datetime(2026, 3, 30, 2, tzinfo=UTC)
LATE = datetime(2026, 4, 2, 2, tzinfo=UTC)
MUCH_LATER = datetime(2026, 4, 20, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def a_link(**changes):
    fields = {"kind": "report_docx", "title": "Report", "effective_on": date(2026, 3, 20)}
    return Proven(**{**fields, "link": "https://bureau.example/report", **changes})


def a_file(content=b"report", name="report.docx", **changes):
    return a_link(link="", file=io.BytesIO(content), name=name, **changes)


def filed(town, at):
    run = opened(town)
    chen = town.actor(town.chen, at)
    filing.add_evidence(run.pk, a_link(), by=chen, at=at)
    filing.file_run(run.pk, by=chen, at=at)
    run.refresh_from_db()
    return run


def test_what_is_filed_by_the_due_date_is_on_time():
    run = filed(make_town(), IN_TIME)
    assert (run.state, run.on_time, run.filed_at) == (State.SUBMITTED, True, IN_TIME)


def test_a_report_filed_late_counts_for_its_own_quarter_and_stays_visibly_late_when_accepted():
    town = make_town()
    opened(town)
    round_at(LATE)
    run = filed(town, LATE)
    assert (run.period_begin, run.period_end, run.on_time) == (date(2026, 1, 1), date(2026, 3, 31), False)
    deciding.accept(run.pk, by=town.actor(town.ada, LATE), at=LATE)
    page = run_page(town.actor(town.ada, LATE), run.pk, at=LATE)
    assert page.row.standing.word is Word.DONE_LATE
    assert quarter_run(town, begin=date(2026, 4, 1)).state == State.PLANNED


def test_late_missed_and_done_late_are_three_things():
    town = make_town()
    opened(town)
    round_at(LATE)
    assert quarter_run(town).state == State.LATE
    round_at(MUCH_LATER)
    assert quarter_run(town).state == State.MISSED
    run = filed(town, MUCH_LATER)
    assert (run.state, run.on_time) == (State.SUBMITTED, False)


def test_an_empty_run_is_not_filed():
    town = make_town()
    run = opened(town)
    with pytest.raises(Anticipated, match="nothing to hand in"):
        filing.file_run(run.pk, by=town.actor(town.chen), at=IN_TIME)


def test_nothing_to_report_is_an_answer_only_where_the_plan_allows_it():
    town = make_town()
    run = opened(town)
    with pytest.raises(Anticipated, match="nothing to report"):
        filing.file_run(run.pk, nothing_found=True, by=town.actor(town.chen), at=IN_TIME)
    watch = Occurrence.objects.get(duty="d-watch", period_begin=date(2026, 3, 2))
    ended = filing.file_run(
        watch.pk, nothing_found=True, by=town.actor(town.ada), at=datetime(2026, 3, 2, 3, tzinfo=UTC)
    )
    watch.refresh_from_db()
    assert (ended, watch.nothing_found, watch.on_time) == (State.ACCEPTED, True, True)


def test_what_is_not_ones_own_is_not_filed():
    town = make_town()
    run = opened(town, unit=1)
    with pytest.raises(NotAllowed):
        filing.save_draft(run.pk, Draft("Title", "Text"), by=town.actor(town.chen), at=IN_TIME)


def test_a_file_is_kept_under_its_hash_and_its_name_is_made_harmless():
    town = make_town()
    run = opened(town)
    added = filing.add_evidence(
        run.pk, a_file(b"minutes", name="../../etc/\u202ecod.exe"), by=town.actor(town.chen), at=IN_TIME
    )
    row = Evidence.objects.get(pk=added)
    assert row.sha256 == hashlib.sha256(b"minutes").hexdigest()
    assert row.name == "cod.exe"
    assert row.stored == f"duties/{row.sha256[:2]}/{row.sha256}"
    assert (row.effective_on, row.received_at) == (date(2026, 3, 20), IN_TIME)


def test_a_file_that_is_too_large_is_refused_with_its_limit():
    town = make_town()
    run = opened(town)
    with pytest.raises(Anticipated, match="larger than 20 MB"):
        filing.add_evidence(run.pk, a_file(b"x" * (MOST_BYTES + 1)), by=town.actor(town.chen), at=IN_TIME)
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "", "//host", "http://"])
def test_a_link_that_no_page_has_is_refused(link):
    town = make_town()
    run = opened(town)
    with pytest.raises(Anticipated, match="address of a page"):
        filing.add_evidence(run.pk, a_link(link=link), by=town.actor(town.chen), at=IN_TIME)


def test_a_new_version_follows_the_old_one_and_both_stay():
    town = make_town()
    run = opened(town)
    chen = town.actor(town.chen)
    first = filing.add_evidence(run.pk, a_link(), by=chen, at=IN_TIME)
    filing.add_evidence(run.pk, a_link(follows=first), by=chen, at=IN_TIME)
    rows = run_page(chen, run.pk, at=IN_TIME).evidence
    assert [(row.number, row.is_newest) for row in rows] == [(2, True), (1, False)]
    with pytest.raises(Moved):
        filing.add_evidence(run.pk, a_link(follows=first), by=chen, at=IN_TIME)


def test_evidence_that_was_handed_in_cannot_be_taken_back_a_draft_can_and_its_bytes_go():
    town = make_town()
    run = opened(town)
    chen = town.actor(town.chen)
    draft = filing.add_evidence(run.pk, a_file(), by=chen, at=IN_TIME)
    filing.drop_evidence(draft, by=chen, at=IN_TIME)
    assert not Evidence.objects.exists()
    kept = filing.add_evidence(run.pk, a_link(), by=chen, at=IN_TIME)
    filing.file_run(run.pk, by=chen, at=IN_TIME)
    with pytest.raises(Anticipated, match="stays on record"):
        filing.drop_evidence(kept, by=chen, at=IN_TIME)


def test_two_people_who_write_at_once_are_told_and_nothing_is_overwritten():
    town = make_town()
    run = opened(town)
    chen = town.actor(town.chen)
    filing.save_draft(run.pk, Draft("Title", "One"), by=chen, at=IN_TIME)
    filing.save_draft(run.pk, Draft("Title", "Two", edition=1), by=chen, at=IN_TIME)
    with pytest.raises(Moved, match="Chen has changed this text"):
        filing.save_draft(run.pk, Draft("Title", "Three", edition=1), by=chen, at=IN_TIME)
    assert Filing.objects.get().body == "Two"


def test_a_paper_begins_with_the_headings_of_last_time():
    town = make_town()
    run = opened(town)
    chen = town.actor(town.chen)
    filing.save_draft(
        run.pk, Draft("Q1", "一、存在问题\n水压不足。\n二、处置情况\n已修。", "办公室"), by=chen, at=IN_TIME
    )
    round_at(datetime(2026, 6, 2, 2, tzinfo=UTC))
    paper = run_page(chen, quarter_run(town, begin=date(2026, 4, 1)).pk, at=IN_TIME).paper
    assert (paper.body, paper.addressee, paper.from_last_time) == (
        "一、存在问题\n\n二、处置情况\n\n",
        "办公室",
        True,
    )


def test_a_paper_that_the_plan_wants_signed_goes_out_only_as_it_was_signed():
    town = make_town()
    may = datetime(2026, 5, 6, 2, tzinfo=UTC)
    round_at(may)
    study = Occurrence.objects.get(duty="d-topic", period_begin=date(2026, 5, 1))
    boris = town.actor(town.boris, may)
    filing.save_draft(study.pk, Draft("Study", "What we found"), by=boris, at=may)
    with pytest.raises(Anticipated, match="wants this paper signed"):
        filing.file_run(study.pk, by=boris, at=may)
    paper = Filing.objects.get(occurrence=study)
    filing.sign(
        study.pk, paper_hash(paper.title, paper.addressee, paper.number, paper.body), by=boris, at=may
    )
    filing.save_draft(study.pk, Draft("Study", "Something else", edition=1), by=boris, at=may)
    with pytest.raises(Anticipated, match="wants this paper signed"):
        filing.file_run(study.pk, by=boris, at=may)


def test_evidence_added_after_filing_is_handed_in_at_once_with_its_own_date():
    town = make_town()
    run = filed(town, IN_TIME)
    filing.add_evidence(run.pk, a_link(title="Late proof"), by=town.actor(town.chen, LATE), at=LATE)
    row = Evidence.objects.get(title="Late proof")
    assert (row.state, row.received_at, row.effective_on) == (Proof.SUBMITTED, LATE, date(2026, 3, 20))
