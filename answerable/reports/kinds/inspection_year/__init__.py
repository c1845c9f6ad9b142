"""The year's result of inspections by unit, with the visits that each figure rests on."""

from datetime import datetime

from answerable.governance.inspections.queries import scores_of_units
from answerable.office.people import queries as people
from answerable.reports.kinds.kind import About, Count, Gathered, Kind, Part, Rows
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told

THIN = Told("few visits, not to be leaned on", "次数少，仅供参考")


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the scores of the year, in the order of the house and not of the scores."""
    when = named(period.begin, period.end)
    scores = {one.unit: one for one in scores_of_units(period.begin.year)}
    units = people.units_here()
    rows = tuple(
        (
            unit.name,
            float(found.percent) if found.percent is not None else None,
            found.visits,
            THIN if found.is_thin else None,
        )
        for unit in units
        if (found := scores.get(unit.id)) is not None
    )
    link = f"/govern/inspections/year/?year={period.begin.year}"
    return Gathered(
        Told(f"Result of inspections, {when.en}", f"{when.zh}检查结果"),
        (
            Part(
                "scores",
                Told("Units", "各单位"),
                counts=(
                    Count(Told("Units visited", "受检单位"), len(rows), len(units), link),
                    Count(Told("Visits", "检查次数"), sum(one.visits for one in scores.values()), None, link),
                ),
                rows=(
                    Rows(
                        (
                            Told("Unit", "单位"),
                            Told("Per cent", "得分率"),
                            Told("Visits", "次数"),
                            Told("Note", "备注"),
                        ),
                        rows,
                        Told("In the order of the house", "按机构序列"),
                    ),
                ),
                missing=()
                if rows
                else (Told("No round was reported in this year.", "本年没有已报告的检查。"),),
            ),
        ),
    )


KIND = Kind(About("inspection_year", Told("Inspections of the year", "年度检查结果"), Span.YEAR), gather)
