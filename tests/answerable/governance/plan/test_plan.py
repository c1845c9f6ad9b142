"""The Word file of a plan, the forms, the jobs."""

import io
import zipfile
from types import SimpleNamespace

import pytest

from answerable.governance.plan import jobs
from answerable.governance.plan.forms import DutyForm, LinkForm
from answerable.governance.plan.models import Proposal
from answerable.governance.plan.paper import paper_of
from answerable.governance.plan.queries.beside import ClauseStatus
from answerable.governance.plan.reading.apart import read_outline
from answerable.governance.plan.rules.writing import duty_record
from answerable.governance.plan.shipped import shipped_plans
from tests.answerable.governance.plan.makers import (
    NOON,
    make_plan,
)

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
