"""The year's result of inspections by unit, with the visits that each figure rests on."""

from datetime import datetime

from answerable.governance.inspections.queries import scores_of_units
from answerable.office.people import queries as people
from answerable.reports.kinds.kind import About, Count, Gathered, Kind, Part, Rows
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.kinds.parts.inspections import rounds_part
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told

THIN = Told("few visits, not to be leaned on", "次数较少，仅供参考")


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the rounds and the scores of the year."""
    when = named(period.begin, period.end)
    return Gathered(
        Told(f"Result of inspections, {when.en}", f"{when.zh}检查结果"),
        (rounds_part(period, at=at), scores_part(period, at=at), next_steps_part(period, at=at)),
    )


def scores_part(period: Period, *, at: datetime) -> Part:
    """Give each unit's figure in the order of the house and not of the scores, with what it rests on."""
    scores = {one.unit: one for one in scores_of_units(period.begin.year)}
    units = people.units_here()
    rows = tuple(
        (
            unit.name,
            round(float(found.percent), 1) if found.percent is not None else None,
            found.visits,
            THIN if found.is_thin else None,
        )
        for unit in units
        if (found := scores.get(unit.id)) is not None
    )
    link = f"/govern/inspections/year/?year={period.begin.year}"
    left_out = len(units) - len(rows)
    gaps = [] if rows else [Told("No round was reported in this year.", "本年没有已报告的检查。")]
    if rows and left_out:
        gaps.append(Told(f"{left_out} units were not visited.", f"有{left_out}个单位未受检查。"))
    heads = (
        Told("Unit", "单位"),
        Told("Per cent", "得分率（%）"),
        Told("Visits", "检查（次）"),
        Told("Note", "备注"),
    )
    return Part(
        "scores",
        Told("Units", "各单位检查结果"),
        counts=(
            Count(Told("Units visited", "受检单位（个）"), len(rows), len(units), link),
            Count(Told("Visits", "检查（次）"), sum(one.visits for one in scores.values()), len(rows), link),
        ),
        rows=(Rows(heads, rows, note=Told("In the order of the house.", "按机构序列排列，不作排名。")),),
        missing=tuple(gaps),
    )


KIND = Kind(
    About(
        "inspection_year",
        Told("Inspections of the year", "年度检查结果"),
        Span.YEAR,
        duties=("d-spot", "d-cross", "d-peer"),
    ),
    gather,
)
