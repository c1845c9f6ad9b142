"""Limits come from the rule packs; what is written here holds only where they are silent."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from answerable.governance.accountability.rules.terms import TERMS, Stage, forget_at, is_over, limit_of
from answerable.governance.plan.packs import __file__ as packs

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


def test_the_statutory_figures_are_those_of_the_pack():
    params = yaml.safe_load((Path(packs).parent / "cn-fairness.yaml").read_text(encoding="utf-8"))["params"]
    for stage in (Stage.ASK_REVIEW, Stage.DECIDE_REVIEW, Stage.ASK_APPEAL, Stage.DECIDE_APPEAL):
        assert params[TERMS[stage].parameter]["value"] == TERMS[stage].otherwise


@pytest.mark.parametrize("figure", [None, 0, -3, True, "30", 2.5])
def test_a_figure_that_is_none_leaves_what_holds_without_it(figure):
    assert limit_of(Stage.ASK_REVIEW, figure) == "30cd"


def test_another_pack_says_another_time():
    assert limit_of(Stage.ASK_REVIEW, 45) == "45cd"
    assert limit_of(Stage.STATEMENT, 7) == "7wd"


def test_texts_are_kept_three_years_or_as_the_plan_says_and_never_under_half_a_year():
    assert forget_at(NOON, None) == NOON + timedelta(days=1095)
    assert forget_at(NOON, 400) == NOON + timedelta(days=400)
    assert forget_at(NOON, 1) == NOON + timedelta(days=180)


def test_a_time_that_has_not_begun_is_not_over():
    assert not is_over(None, at=NOON)
    assert not is_over(NOON, at=NOON)
    assert is_over(NOON, at=NOON + timedelta(seconds=1))
