"""One round of inspections: how it was drawn, what was visited, what was found and how it is put right."""

from datetime import datetime

from answerable.governance.inspections.queries import round_of
from answerable.kernel.actor import MACHINE
from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.kinds.parts.inspections import draw_part, findings_part
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the round."""
    page = round_of(MACHINE, period.number, at=at)
    title = page.row.title
    return Gathered(
        Told(f"Inspection round: {title}", f"“{title}”检查情况报告"),
        (draw_part(page), findings_part(page), next_steps_part(period, at=at)),
    )


KIND = Kind(About("inspection_round", Told("Inspection round", "检查情况报告"), Span.MONTH, "round"), gather)
