"""The Word file of a plan, the forms, the jobs, and the reading of the house."""

import io
import zipfile
from types import SimpleNamespace

import pytest

from answerable.governance.plan import jobs, queries
from answerable.governance.plan.forms import DutyForm, LinkForm
from answerable.governance.plan.models import Proposal
from answerable.governance.plan.paper import paper_of
from answerable.governance.plan.queries.ahead import changes_between, units_by_post, year_from
from answerable.governance.plan.queries.beside import ClauseStatus
from answerable.governance.plan.queries.house import as_bound_by_itself, house, town
from answerable.governance.plan.queries.versions import problems_of, versions
from answerable.governance.plan.reading.apart import read_outline
from answerable.governance.plan.rules.writing import duty_record
from answerable.governance.plan.shipped import shipped_plans
from answerable.kernel.errors import NotAllowed
from tests.answerable.governance.plan.makers import (
    NOON,
    day,
    make_house,
    make_plan,
    make_plan_in_force,
    make_version,
)
from tests.answerable.office.people.makers import make_unit

BUREAU = make_plan(shipped_plans()["district-bureau"]).document


def xml_of(body):
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return archive.read("word/document.xml").decode()


@pytest.mark.parametrize("name", shipped_plans())
def test_a_printed_plan_is_read_again_sentence_by_sentence(name):
    document = make_plan(shipped_plans()[name]).document
    found = read_outline(paper_of(document, {}, "zh-hans"))
    assert [(one.ref, one.text) for one in found.sentences] == [
        (one.ref, one.text) for one in document.clauses
    ]
    assert found.headings == dict(document.headings)


def test_the_annex_says_how_each_sentence_stands():
    statuses = {"c17": ClauseStatus("逾期", "late", "", "6个单位中2个")}
    xml = xml_of(paper_of(BUREAU, statuses, "zh-hans"))
    assert "附件：逐条落实情况" in xml
    assert "逾期 6个单位中2个" in xml
    assert "Annex: how each sentence stands" in xml_of(paper_of(BUREAU, statuses, "en"))


def test_nothing_of_a_text_becomes_markup():
    document = make_plan(**{"每年5月、11月研究一次。": "</w:t><script>&amp; {{ x }} ]]>。"}).document
    xml = xml_of(paper_of(document, {}, "en"))
    assert "&lt;/w:t&gt;&lt;script&gt;" in xml
    assert read_outline(paper_of(document, {}, "en")).sentences[1].text == "</w:t><script>&amp; {{ x }} ]]>。"


def test_the_same_plan_gives_the_same_bytes():
    assert paper_of(BUREAU, {}, "en") == paper_of(BUREAU, {}, "en")


# Forms


def test_a_clause_is_linked_to_something_or_says_why_not():
    clause = BUREAU.clauses[0]
    both = LinkForm({"gives": ["post:P-LEAD"], "none": "x"}, document=BUREAU, clause=clause)
    neither = LinkForm({"none": " "}, document=BUREAU, clause=clause)
    one = LinkForm({"gives": ["post:P-LEAD"]}, document=BUREAU, clause=clause)
    assert not both.is_valid()
    assert not neither.is_valid()
    assert one.is_valid()
    assert not LinkForm({"gives": ["post:P-NOBODY"]}, document=BUREAU, clause=clause).is_valid()


@pytest.mark.parametrize("key", BUREAU.duties)
def test_a_duty_looked_at_and_saved_is_the_duty_it_was(key):
    duty = BUREAU.duties[key]
    unbound = DutyForm(document=BUREAU, duty=duty)
    given = {name: value for name, value in unbound.initial.items() if value not in ("", None)}
    form = DutyForm(given, document=BUREAU, duty=duty)
    assert form.is_valid(), form.errors
    assert form.record(duty) == duty_record(duty)


# Jobs


@pytest.mark.django_db
def test_a_review_of_a_case_leaves_its_wish():
    jobs.keep_wish(SimpleNamespace(text="时限写明当日回复", case=12, at=NOON))
    assert (Proposal.objects.get().case, Proposal.objects.get().proposed_by) == (12, "Answerable")


@pytest.mark.django_db
def test_the_job_puts_in_force_what_is_due():
    assert jobs.put_due_in_force.call() == 0


# The house


@pytest.mark.django_db
def test_lint_looks_at_two_hundred_units_with_as_many_queries_as_at_three(django_assert_num_queries):
    here = make_house()
    version = make_version(here)
    for number in range(30):
        make_unit(here.top, code=f"x{number}")
    with django_assert_num_queries(10):
        problems_of(version, at=NOON)


@pytest.mark.django_db
def test_a_house_knows_who_could_read_for_a_unit():
    here = make_house()
    seen = house(BUREAU, as_bound_by_itself(BUREAU), at=NOON)
    assert set(seen.each) == set(here.units)
    assert len(seen.readers["supply"]) >= 4
    assert seen.bound["P-LEAD", "bureau"].others


@pytest.mark.django_db
def test_each_unit_is_every_unit_below_the_body():
    here = make_house()
    found = units_by_post(BUREAU, town())
    assert found["P-LEAD"] == ("bureau",)
    assert set(found["P-LIAI"]) == set(here.units)
    assert found["P-COMM"] == ("office",)


@pytest.mark.django_db
def test_a_comparison_needs_something_to_compare_with():
    here = make_house()
    version = make_version(here)
    assert changes_between(here.actor("ada"), None, version.pk, at=NOON) is None
    make_plan_in_force(here)
    assert changes_between(here.actor("ada"), None, version.pk, at=NOON).difference.is_empty


@pytest.mark.django_db
def test_who_has_no_post_reads_no_plan():
    here = make_house()
    outsider = here.actor("ada").__class__(kind="nobody", name="")
    with pytest.raises(NotAllowed):
        versions(outsider)


def test_twelve_months_begin_with_the_month():
    assert year_from(day("2026-05-17")) == (day("2026-05-01"), day("2027-05-01"))


@pytest.mark.django_db
def test_no_plan_is_in_force_in_a_fresh_house():
    assert queries.in_force(at=NOON) is None
    assert queries.upcoming(at=NOON) is None
    assert queries.standing_of(99) is None
