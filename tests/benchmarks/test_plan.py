"""The plan, as it is measured: the months of every unit from one working out."""

from pathlib import Path

from answerable.governance.plan.rules.reader import read_plan
from answerable.governance.plan.shipped import shipped_plans
from benchmarks.plan import preview, run


def test_two_hundred_units_cost_what_one_costs():
    rows = {row["what"]: row["value"] for row in run(Path(), quick=True)}
    runs = next(value for what, value in rows.items() if what.startswith("runs in 12 months"))
    assert runs > 20 * 12
    assert rows["twelve months worked out"] < 1000


def test_units_share_their_runs():

    ahead = preview(read_plan(shipped_plans()["hospital-trust"]), 3)
    (quarter,) = [one for one in ahead.duties if one.duty.id == "d-quarter"]
    assert (len(quarter.runs), len(quarter.units)) == (4, 3)
