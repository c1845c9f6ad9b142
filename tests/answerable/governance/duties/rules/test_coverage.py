"""Which sentence nobody carries out, and why."""

import pytest

from answerable.governance.duties.rules.coverage import Carried, Done, Gap, holes
from answerable.governance.plan.rules.document import Clause, Duty, PlanDocument, PlanPost


def a_plan(gives=("duty:d",), none=""):
    return PlanDocument(
        "urn",
        "1",
        None,
        "CN",
        "Asia/Shanghai",
        {},
        posts={"P": PlanPost("P", {})},
        clauses=(Clause("c1", "一", "一句话", "hash", gives, none),),
        duties={"d": Duty("d", {}, owner="P")},
    )


def gaps(plan=None, runs=None, unbound=None, empty=None):
    carried = Carried({"d": Done(due=2, done=1)} if runs is None else runs, unbound or {}, empty or {})
    return [hole.gap for hole in holes(plan or a_plan(), carried)]


def test_a_duty_that_was_done_in_the_year_is_carried_out_late_or_not():
    assert gaps() == []


@pytest.mark.parametrize(
    ("runs", "gap"),
    [
        ({}, Gap.NO_RUN),
        ({"d": Done(due=3, missed=3)}, Gap.ALL_MISSED),
        ({"d": Done(due=3, missed=1)}, Gap.NONE_DONE),
    ],
)
def test_a_duty_that_nobody_does_is_named(runs, gap):
    assert gaps(runs=runs) == [gap]


def test_a_duty_that_is_still_to_come_is_no_hole():
    assert gaps(runs={"d": Done(coming=4)}) == []


def test_a_post_that_is_lacking_or_empty_is_named():
    assert gaps(unbound={"P": 2}) == [Gap.NO_POST]
    assert gaps(empty={"P": 1}) == [Gap.POST_EMPTY]


def test_a_sentence_that_gives_nothing_says_why_or_is_a_hole():
    assert gaps(a_plan(gives=())) == [Gap.GIVES_NOTHING]
    assert gaps(a_plan(gives=(), none="scope")) == []
