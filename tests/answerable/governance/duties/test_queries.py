"""Reading duties: what is mine, the matrix, the calendar, coverage, hand-over, each in a fixed number of queries."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.governance.duties.actions import asking, deciding, filing
from answerable.governance.duties.actions.filing import Proven
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.queries.calendar import Chosen, month, year
from answerable.governance.duties.queries.coverage import clause_status, coverage
from answerable.governance.duties.queries.door import occurrence_for, rights
from answerable.governance.duties.queries.handover import handovers, post_sheet
from answerable.governance.duties.queries.matrix import behind, matrix
from answerable.governance.duties.queries.mine import mine
from answerable.governance.duties.queries.page import run_page
from answerable.governance.duties.rules.coverage import Gap
from answerable.governance.duties.rules.standing import Tone, Word
from answerable.kernel.errors import NotFound
from answerable.office.people.models import Holding
from tests.answerable.governance.duties.makers import make_town, opened, quarter_run
from tests.answerable.office.people.makers import make_holding, make_person

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 20, 2, tzinfo=UTC)
QUARTER = (date(2026, 1, 1), date(2026, 3, 31))


def filed(town, run, at=NOW):
    chen = town.actor(town.chen, at)
    proven = Proven("report_docx", "Report", date(2026, 3, 20), link="https://bureau.example/r")
    filing.add_evidence(run.pk, proven, by=chen, at=at)
    filing.file_run(run.pk, by=chen, at=at)


def queries_of(act):
    act()
    with CaptureQueriesContext(connection) as told:
        act()
    return len(told)


def test_my_page_has_what_is_mine_and_what_waits_for_me():
    town = make_town()
    run = opened(town)
    chen, ada = town.actor(town.chen, NOW), town.actor(town.ada, NOW)
    assert [row.id for row in mine(chen, at=NOW).owed.object_list] == [run.pk]
    filed(town, run)
    assert [row.id for row in mine(chen, at=NOW).filed] == [run.pk]
    assert [row.id for row in mine(ada, at=NOW).to_decide] == [run.pk]
    other = opened(town, unit=1)
    assert other.pk not in {row.id for row in mine(chen, at=NOW).owed.object_list}


def test_a_wish_for_time_waits_with_who_may_grant_it():
    town = make_town()
    run = opened(town)
    until = datetime(2026, 4, 10, tzinfo=UTC)
    asking.ask_for_time(run.pk, until, "Flood.", by=town.actor(town.chen, NOW), at=NOW)
    assert [wish.run.id for wish in mine(town.actor(town.ada, NOW), at=NOW).wishes] == [run.pk]
    assert mine(town.actor(town.chen, NOW), at=NOW).wishes == ()


def test_pages_cost_the_same_for_two_units_and_for_twelve():
    costs = []
    for departments in (2, 12):
        Occurrence.objects.all().delete()
        town = make_town(departments)
        opened(town)
        ada = town.actor(town.ada, NOW)
        looks = (
            lambda ada=ada: mine(ada, at=NOW),
            lambda ada=ada: matrix(ada, *QUARTER, at=NOW),
            lambda ada=ada: year(ada, Chosen("all"), 2026, at=NOW),
            lambda ada=ada: coverage(ada, at=NOW),
            lambda ada=ada: handovers(ada, at=NOW),
            lambda ada=ada, town=town: clause_status(ada, town.version.pk, at=NOW),
        )
        costs.append([queries_of(look) for look in looks])
    assert costs[0] == costs[1]


def test_the_matrix_shows_each_clause_and_unit_and_what_is_owed_from_before():
    town = make_town()
    run = opened(town)
    filed(town, run)
    later = datetime(2026, 4, 20, 2, tzinfo=UTC)
    round_at(later)
    table = matrix(town.actor(town.ada, later), date(2026, 4, 1), date(2026, 6, 30), at=later)
    units = [unit for unit, _name in table.units]
    line = next(line for line in table.lines if line.clause.id == "c01")
    cells = dict(zip(units, line.cells, strict=True))
    assert cells[town.units[1].pk].word is Word.MISSED
    assert cells[town.units[0].pk].tone is not Tone.LATE
    assert table.figures[Tone.LATE] >= 1


def test_behind_a_cell_lie_the_duty_its_runs_and_their_evidence():
    town = make_town()
    run = opened(town)
    filed(town, run)
    found = behind(town.actor(town.ada, NOW), "c01", town.units[0].pk, *QUARTER, at=NOW)
    assert [duty.id for duty in found.duties] == ["d-quarter"]
    assert [row.id for row in found.runs] == [run.pk]
    assert [one.title for one in found.evidence[run.pk]] == ["Report"]
    whole_line = behind(town.actor(town.ada, NOW), "c01", None, *QUARTER, at=NOW)
    assert len(whole_line.runs) == 2


def test_a_contact_sees_their_own_unit_in_the_matrix_and_no_other():
    town = make_town()
    opened(town)
    table = matrix(town.actor(town.chen, NOW), *QUARTER, at=NOW)
    assert [unit for unit, _name in table.units] == [town.units[0].pk]


def test_a_month_is_in_order_and_words_narrow_it():
    town = make_town()
    opened(town)
    ada = town.actor(town.ada, NOW)
    rows = list(month(ada, Chosen("all"), date(2026, 3, 1), at=NOW))
    assert [row.due for row in rows] == sorted(row.due for row in rows)
    narrowed = month(ada, Chosen("all", words="季度"), date(2026, 3, 1), at=NOW)
    assert {row.duty for row in narrowed} == {"d-quarter"}


def test_the_year_has_a_cell_for_each_month_with_something_due():
    town = make_town()
    lines = {line.duty: line.months for line in year(town.actor(town.ada, NOW), Chosen("all"), 2026, at=NOW)}
    due_in = [number for number, cell in enumerate(lines["d-quarter"], 1) if cell is not None]
    assert due_in == [3, 6, 9, 12]
    assert lines["d-quarter"][2].total == 2


def test_coverage_names_the_sentence_that_nobody_carries_out():
    town = make_town()
    later = datetime(2026, 4, 20, 2, tzinfo=UTC)
    round_at(later)
    _standing, found = coverage(town.actor(town.ada, later), at=later)
    gaps = {(hole.clause.id, hole.gap) for hole in found}
    assert ("c05", Gap.GIVES_NOTHING) in gaps
    assert ("c01", Gap.ALL_MISSED) in gaps
    assert "c04" not in {clause for clause, _gap in gaps}


def test_an_empty_post_is_a_hole_in_every_sentence_that_needs_it():
    town = make_town()
    Holding.objects.filter(pk=town.chens_holding.pk).update(ends_on=date(2026, 2, 1))
    _standing, found = coverage(town.actor(town.ada, NOW), at=NOW)
    assert ("c01", Gap.POST_EMPTY) in {(hole.clause.id, hole.gap) for hole in found}


def test_the_status_of_a_sentence_has_a_word_a_tone_and_figures():
    town = make_town()
    opened(town)
    found = clause_status(town.actor(town.ada, NOW), town.version.pk, at=NOW)
    assert (found["c01"].tone, "c04" in found) == ("ok", False)
    assert "2 units" in found["c01"].figures


def test_a_hand_over_has_both_names_and_the_sheet_what_is_open():
    town = make_town()
    run = opened(town)
    Holding.objects.filter(pk=town.chens_holding.pk).update(ends_on=date(2026, 3, 15))
    dana = make_person(name="Dana")
    make_holding(town.contacts[0], dana, begins_on=date(2026, 3, 16))
    round_at(NOW)
    ada = town.actor(town.ada, NOW)
    (row,) = handovers(ada, at=NOW)
    assert (row.from_name, row.to_name, row.run.id, row.taken_at) == ("Chen", "Dana", run.pk, None)
    sheet = post_sheet(ada, town.contacts[0].pk, at=NOW)
    assert (sheet.answers, [one.id for one in sheet.open]) == ("Dana", [run.pk])
    assert [one.run.id for one in mine(town.actor(dana, NOW), at=NOW).arrivals] == [run.pk]


def test_the_door_lets_in_who_owes_or_reaches_and_nobody_decides_on_their_own():
    town = make_town()
    run = opened(town)
    chen, ada, boris = (town.actor(person, NOW) for person in (town.chen, town.ada, town.boris))
    assert occurrence_for(chen, run.pk).pk == run.pk
    with pytest.raises(NotFound):
        occurrence_for(chen, opened(town, unit=1).pk)
    assert (rights(chen, run).owes, rights(chen, run).decides) == (True, False)
    assert (rights(ada, run).decides, rights(ada, run).waives) == (True, False)
    assert rights(boris, run).waives
    watch = Occurrence.objects.filter(duty="d-watch", holder=town.ada).first()
    assert not rights(ada, watch).decides


def test_a_page_shows_the_derivation_the_clause_and_the_neighbouring_runs():
    town = make_town()
    run = opened(town)
    page = run_page(town.actor(town.chen, NOW), run.pk, at=NOW)
    assert page.derivation.due == run.original_due
    assert [clause.id for clause in page.clauses] == ["c01"]
    assert page.missing == ("report_docx",)
    assert page.to == "Office"
    filed(town, run)
    deciding.accept(run.pk, by=town.actor(town.ada, NOW), at=NOW)
    assert run_page(town.actor(town.chen, NOW), run.pk, at=NOW).moves == ()
    assert quarter_run(town).accepted_by == "Ada"
