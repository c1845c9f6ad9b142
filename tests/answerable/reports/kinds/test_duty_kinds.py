"""Papers that the plan asks for: quarter's filing, year's report, study, circular, a post's own, the clauses."""

import io
from datetime import UTC, date, datetime

import pytest

from answerable.governance.duties.actions import filing
from answerable.governance.duties.actions import finding as findings
from answerable.governance.duties.actions.filing import Proven
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.rules.states import FoundMove
from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import NotFound
from answerable.reports.kinds import KINDS
from answerable.reports.kinds.duty_report import empty_days
from answerable.reports.rules.periods import Span
from answerable.reports.rules.validator import Body, Draft, validate
from tests.answerable.governance.duties.makers import DUTIES, make_town, opened
from tests.answerable.office.people.makers import make_holding, make_person
from tests.answerable.reports.kinds.makers import (
    MARCH,
    cells_of,
    figures_of,
    gaps_of,
    make_period,
    part_of,
    words_of,
)

pytestmark = pytest.mark.django_db
IN_TIME = datetime(2026, 3, 30, 2, tzinfo=UTC)
#: Two weeks after the quarter's end: what was not filed is missed.
AFTER = datetime(2026, 4, 14, 2, tzinfo=UTC)
STUDY = {**DUTIES, "d-topic": DUTIES["d-topic"].replace("ladder: std}", "ladder: std, doc: {paper: study}}")}


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def file_it(town, run, at):
    contact = town.actor(town.contacts[1].holdings.get().person, at)
    report = Proven(
        kind="report_docx",
        title="Report",
        effective_on=date(2026, 3, 20),
        file=io.BytesIO(b"x"),
        name="a.docx",
    )
    filing.add_evidence(run.pk, report, by=contact, at=at)
    filing.file_run(run.pk, by=contact, at=at)


def quarter_with_one_filed_and_one_missed():
    """The second department filed in time; Chen's missed it, was heard, and the finding was confirmed."""
    town = make_town(duties={"d-quarter": DUTIES["d-quarter"], "d-topic": STUDY["d-topic"]})
    missed = opened(town)
    file_it(town, opened(town, unit=1), IN_TIME)
    round_at(datetime(2026, 4, 1, 2, tzinfo=UTC))
    round_at(AFTER)
    findings.open_finding(missed.pk, by=MACHINE, at=AFTER)
    chen, ada = town.actor(town.chen, AFTER), town.actor(town.ada, AFTER)
    findings.answer_finding(missed.pk, "防汛值守期间漏报", by=chen, at=AFTER)
    findings.settle_finding(missed.pk, FoundMove.CONFIRM, "Nothing came.", by=ada, at=AFTER)
    return town


def test_a_quarter_s_filing_counts_what_was_due_filed_and_missed_with_n_and_the_rows_behind():
    quarter_with_one_filed_and_one_missed()
    duties = part_of(KINDS["quarter"].gather(make_period(Span.QUARTER, MARCH), at=AFTER), "duties")
    assert figures_of(duties) == {
        "Runs due": (2, 2),
        "Filed": (1, 2),
        "Filed in time": (1, 1),
        "Late or missed now": (1, 2),
    }
    assert {count.link for count in duties.counts} == {"/govern/duties/matrix/?from=2026-01-01"}
    assert [row[3:] for row in cells_of(duties)] == [(1, 0, 1, "missed"), (1, 1, 0, "filed")]
    assert "Quarterly filing of Department 1, due 2026-03-31: missed." in words_of(duties)


def test_a_run_due_on_the_last_evening_of_the_quarter_belongs_to_the_quarter():
    """The runs fall due at the end of 31 March, the very last moment of their period."""
    quarter_with_one_filed_and_one_missed()
    later = part_of(KINDS["quarter"].gather(make_period(Span.QUARTER, date(2026, 4, 2)), at=AFTER), "duties")
    assert {row[2].month for row in cells_of(later)} == {5, 6}
    assert figures_of(later)["Runs due"] == (0, 3)
    assert words_of(later).endswith("3 more are to come.")


def test_a_daily_duty_is_told_once_with_how_often_it_was_missed():
    make_town()
    round_at(datetime(2026, 1, 31, 2, tzinfo=UTC))
    period = make_period(Span.MONTH, date(2026, 1, 15))
    duties = part_of(KINDS["monthly"].gather(period, at=datetime(2026, 1, 31, 2, tzinfo=UTC)), "duties")
    (row,) = cells_of(duties)
    assert row[:3] == ("Daily watch", "Bureau", None)
    assert row[3] == figures_of(duties)["Runs due"][1] > 15
    assert f"late or missed {row[5]} times between 2026-01-0" in words_of(duties)


def test_problems_are_named_with_their_unit_and_what_is_done_about_them():
    quarter_with_one_filed_and_one_missed()
    problems = part_of(KINDS["quarter"].gather(make_period(Span.QUARTER, MARCH), at=AFTER), "problems")
    assert figures_of(problems) == {"Problems": (1, 1), "Put right": (0, 1), "Not put right yet": (1, 1)}
    assert (
        problems.said[1].words.zh == "1．未按期履行“季度报送”职责（Department 1），未整改。防汛值守期间漏报。"
    )
    assert "Quarterly filing was missed (Department 1): not put right." in words_of(problems)
    assert gaps_of(problems) == []


def test_a_unit_s_filing_tells_of_that_unit_alone_and_that_nothing_was_found_is_said():
    town = quarter_with_one_filed_and_one_missed()
    unit = town.units[1]
    period = make_period(Span.QUARTER, MARCH, unit=unit.pk, unit_name=unit.name)
    gathered = KINDS["quarter"].gather(period, at=AFTER)
    assert figures_of(part_of(gathered, "duties"))["Runs due"] == (1, 1)
    assert gaps_of(part_of(gathered, "problems"))[0].startswith("No problem was confirmed")
    assert gathered.title.zh == "Department 2关于2026年第一季度新闻宣传与舆情工作情况的报告"


def test_a_report_upward_opens_with_the_sentence_of_the_plan_that_asks_for_it():
    quarter_with_one_filed_and_one_missed()
    opening = part_of(KINDS["quarter"].gather(make_period(Span.QUARTER, MARCH), at=AFTER), "opening")
    (said,) = opening.said
    assert said.words.zh == "根据《试点方案》一规定，现将我单位2026年第一季度新闻宣传与舆情工作情况报告如下。"
    assert said.sources[0].link == "/govern/plan/#c01"


@pytest.mark.parametrize("key", ["quarter", "year", "study", "circular"])
def test_official_papers_break_no_rule_of_official_documents(key):
    quarter_with_one_filed_and_one_missed()
    about = KINDS[key].about
    gathered = KINDS[key].gather(make_period(about.span, MARCH), at=AFTER)
    text = tuple(said.words.zh for part in gathered.parts for said in part.said)
    draft = Draft(
        kind=about.document,
        direction=about.direction,
        title=gathered.title.zh,
        text=text,
        addressees=(Body("云汀区人民政府"),),
        signer="林若",
        number="云水发〔2026〕3号",
    )
    assert validate(draft) == ()


def test_a_year_s_report_has_every_room_and_says_where_there_is_nothing():
    quarter_with_one_filed_and_one_missed()
    gathered = KINDS["year"].gather(make_period(Span.YEAR, MARCH), at=AFTER)
    keys = [part.key for part in gathered.parts]
    assert keys[0] == "opening"
    assert keys[-1] == "closing"
    assert {
        "duties",
        "stories",
        "cases",
        "answers",
        "letters",
        "channels",
        "rounds",
        "training",
        "problems",
    } <= set(keys)
    assert gaps_of(part_of(gathered, "rounds")) == ["No inspection ran in this period."]


def test_a_study_looks_at_the_half_year_and_names_it():
    quarter_with_one_filed_and_one_missed()
    gathered = KINDS["study"].gather(
        make_period(Span.MONTH, date(2026, 5, 4)), at=datetime(2026, 5, 20, 2, tzinfo=UTC)
    )
    assert gathered.when.zh == "2025年12月至2026年5月"
    assert figures_of(part_of(gathered, "problems"))["Problems"] == (1, 1)  # of March
    assert gaps_of(part_of(gathered, "attendance"))


def test_a_circular_says_which_studies_were_held_and_filed():
    quarter_with_one_filed_and_one_missed()
    gathered = KINDS["circular"].gather(
        make_period(Span.MONTH, date(2026, 5, 4)), at=datetime(2026, 6, 2, 2, tzinfo=UTC)
    )
    studies = part_of(gathered, "studies")
    assert figures_of(studies)["Runs due"] == (1, 1)
    assert cells_of(studies)[0][:2] == ("Study", "Bureau")
    assert gathered.title.zh.endswith("专题研究情况的通报")


def test_a_post_s_report_counts_its_own_runs_and_says_who_held_it_when():
    town = quarter_with_one_filed_and_one_missed()
    post = town.contacts[0]
    period = make_period(Span.YEAR, MARCH, subject=f"post:{post.pk}")
    gathered = KINDS["duty_report"].gather(period, at=AFTER)
    duties = part_of(gathered, "duties")
    assert (figures_of(duties)["Runs due"], figures_of(duties)["Late or missed now"]) == ((1, 4), (1, 1))
    assert {row[1] for row in cells_of(duties)} == {"Department 1"}
    assert [row[0] for row in cells_of(part_of(gathered, "holders"))] == ["Chen"]
    assert gaps_of(part_of(gathered, "holders")) == []


def test_days_on_which_nobody_held_a_post_are_counted_and_a_backup_fills_none():
    town = make_town()
    post = town.contacts[1]
    post.holdings.all().delete()
    make_holding(post, make_person(name="Fang"), begins_on=date(2026, 1, 11), ends_on=date(2026, 1, 20))
    town.stand_in(make_person(name="Guo"), post)
    period = make_period(Span.YEAR, MARCH, subject=f"post:{post.pk}")
    holders = part_of(KINDS["duty_report"].gather(period, at=datetime(2026, 1, 31, 2, tzinfo=UTC)), "holders")
    assert gaps_of(holders) == ["The post was empty on 21 days."]
    assert empty_days([], date(2026, 1, 1), date(2026, 1, 2)) == 2


def test_a_report_of_a_post_that_is_not_there_is_refused():
    with pytest.raises(NotFound):
        KINDS["duty_report"].gather(make_period(Span.YEAR, MARCH, subject="post:404"), at=AFTER)


def test_the_plan_is_told_sentence_by_sentence_and_the_one_nobody_carries_out_is_named():
    quarter_with_one_filed_and_one_missed()
    clauses = part_of(KINDS["plan_status"].gather(make_period(Span.QUARTER, MARCH), at=AFTER), "clauses")
    rows = {row[0]: row for row in cells_of(clauses)}
    assert figures_of(clauses)["Sentences"] == (5, 5)
    assert rows["一"][2] == "missed"
    assert rows["四"][2] is None
    assert any(gap.startswith("Nobody carries out 五") for gap in gaps_of(clauses))
