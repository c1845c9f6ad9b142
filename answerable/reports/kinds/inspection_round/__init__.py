"""One round of inspections: how it was drawn, what was visited, what was found and how it is put right."""

from datetime import datetime

from answerable.governance.inspections.queries import round_of
from answerable.kernel.actor import MACHINE
from answerable.reports.kinds.kind import About, Count, Gathered, Kind, Part, Rows, Said
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the round."""
    page = round_of(MACHINE, period.number, at=at)
    link = f"/govern/inspections/{page.row.id}/"
    draws = tuple(
        Said(
            Told(
                f"Draw {one.number}: sealed beforehand, SHA-256 {one.sha256}.",
                f"第{one.number}次抽取：事前封存，SHA-256 {one.sha256}。",
            ),
            (Source(page.row.title, link),),
        )
        for one in page.draws
    )
    heads = (Told("Finding", "问题"), Told("Unit", "单位"), Told("Clause", "条款"), Told("Stands", "状态"))
    rows = tuple(
        (one.title, one.unit, one.clause or None, one.state.value.replace("_", " ")) for one in page.findings
    )
    gaps = () if rows else (Told("Nothing was found in what was visited.", "所查范围内未发现问题。"),)
    return Gathered(
        Told(f"Inspection round: {page.row.title}", f"“{page.row.title}”检查情况"),
        (
            Part(
                "draw",
                Told("How it was drawn", "抽取情况"),
                draws,
                (
                    Count(Told("Visits", "检查对象"), page.row.visits, page.row.visits, link),
                    Count(Told("Visits done", "已完成"), page.row.done, page.row.visits, link),
                ),
                missing=() if draws else (Told("Nothing was drawn by lot.", "本轮未随机抽取。"),),
            ),
            Part(
                "findings",
                Told("What was found", "发现问题"),
                counts=(
                    Count(Told("Findings", "问题"), page.row.findings, page.row.visits, link),
                    Count(
                        Told("Not put right yet", "尚未整改"), page.row.open_findings, page.row.findings, link
                    ),
                ),
                rows=(Rows(heads, rows),),
                missing=gaps,
            ),
        ),
    )


KIND = Kind(About("inspection_round", Told("Inspection round", "检查情况报告"), Span.MONTH, "round"), gather)
