"""The head of a new paper holds what can be known: from the plan, from the last paper of its kind, from the posts."""

from dataclasses import replace

import pytest

from answerable.governance.duties.queries.papers import runs_with_papers
from answerable.reports import actions
from answerable.reports.kinds import KINDS
from answerable.reports.models import Paper
from answerable.reports.queries.offers import Offer, offered, offered_by_duty
from answerable.response.cases.models import Case
from tests.answerable.reports.makers import AT, Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return Desk()


def test_what_is_asked_for_goes_before_what_is_known():
    assert Offer("A", "", "C").over(Offer("X", "Y", "Z", "加急")) == Offer("A", "Y", "C", "加急")


def test_a_paper_goes_where_the_last_of_its_kind_and_unit_went(desk):
    first = desk.make(language="zh-hans")
    row = Paper.objects.get(pk=first)
    assert (row.addressee, row.signer) == ("", "Boris")
    actions.keep_head(
        first, actions.Head(row.title, "云汀市人民政府", "市委宣传部", "Boris"), by=desk.ada, at=AT
    )
    desk.send(first)
    second = Paper.objects.get(pk=desk.make(language="zh-hans"))
    assert (second.addressee, second.copies) == ("云汀市人民政府", "市委宣传部")
    assert Paper.objects.get(pk=desk.make(language="en")).addressee == ""
    assert Paper.objects.get(pk=desk.make("year", language="zh-hans")).addressee == ""


def test_the_plan_may_name_addressee_and_copies_and_recipients_have_names(desk):
    run = {row.id: row for row in runs_with_papers()}[desk.run.pk]
    told = replace(run, words={"addressee": {"zh": "市政府", "en": "The city"}, "copies": "市委"})
    assert offered_by_duty(told, at=AT) == Offer("市政府", "市委")
    assert offered_by_duty(replace(run, to="all_units", to_names={}), at=AT).addressee == "各科室"
    assert offered_by_duty(replace(run, to="superior_body", to_names={}), at=AT).addressee == ""
    office = replace(run, to_posts=(desk.town.contacts[0].pk,))
    assert offered_by_duty(office, at=AT).addressee == "Department 1"
    assert offered_by_duty(replace(run, to_names={"zh": "办公室负责人"}), at=AT).addressee == ""
    assert offered_by_duty(replace(run, signers=(desk.town.lead.pk,)), at=AT).signer == "Boris"


@pytest.mark.parametrize(("level", "mark"), [("grave", "特急"), ("major", "加急"), ("ordinary", "")])
def test_a_report_of_an_event_is_as_urgent_as_its_case(desk, monkeypatch, level, mark):
    monkeypatch.setattr("answerable.reports.queries.offers.case_for", lambda actor, case: Case(level=level))
    assert offered(KINDS["event_first"], desk.unit, "zh-hans", "case:5", at=AT).urgency == mark
    assert offered(KINDS["event_final"], desk.unit, "zh-hans", "case:5", at=AT).urgency == ""
