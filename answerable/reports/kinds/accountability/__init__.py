"""The file of a missed duty, read with the eyes of whoever makes it: excuses first, then each act in order."""

from datetime import datetime

from answerable.governance.accountability.queries.page import file_page
from answerable.reports.kinds.kind import About, Gathered, Kind, Part, Rows, Said, nothing
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the file as this person may see it."""
    page = file_page(period.eyes, period.number, at=at)
    link = Told(f"File {page.id}, {page.unit}", f"第{page.id}号案卷，{page.unit}")
    excuses = tuple(
        (one.key.replace("_", " "), "✓" if one.found else None, one.verdict or None, one.reason or None)
        for one in page.excuses
    )
    acts = tuple(
        (one.at.date(), one.kind.value.replace("_", " "), one.by, one.sha256[:16]) for one in page.papers
    )
    return Gathered(
        Told(f"Accountability file: {link.en}", f"问责案卷：{link.zh}"),
        (
            Part(
                "excuses",
                Told("What speaks for the unit", "免责情形"),
                rows=(
                    Rows(
                        (
                            Told("Excuse", "情形"),
                            Told("Found", "存在"),
                            Told("Verdict", "认定"),
                            Told("Reason", "理由"),
                        ),
                        excuses,
                    ),
                ),
                missing=() if excuses else nothing("No excuse was looked up yet.", "尚未查核免责情形。"),
            ),
            Part(
                "acts",
                Told("Course of the procedure", "办理过程"),
                (Said(Told(page.reason, page.reason)),) if page.reason else (),
                rows=(
                    Rows(
                        (
                            Told("Day", "日期"),
                            Told("Act", "文书"),
                            Told("By", "经办"),
                            Told("SHA-256", "SHA-256"),
                        ),
                        acts,
                    ),
                ),
                missing=() if acts else nothing("Nothing was written yet.", "尚无文书。"),
            ),
        ),
    )


KIND = Kind(
    About("accountability", Told("Accountability file", "问责案卷"), Span.DAY, "file", guarded=True), gather
)
