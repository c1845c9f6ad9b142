"""One decision looked at before it was announced: what was foreseen, and what was asked."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Count, Gathered, Kind, Part, Rows, nothing
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told
from answerable.response.foresight.queries.foreseen import foreseen_against_asked


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what was foreseen against what was asked."""
    found = foreseen_against_asked(period.number)
    heading = Told("Foreseen against asked", "预判与实际")
    if found is None:
        gap = nothing("There is no such release, or it is not out yet.", "没有该事项，或者尚未发布。")
        return Gathered(Told("Foresight", "传播风险评估"), (Part("asked", heading, missing=gap),))
    link = f"/respond/foresight/{period.number}/"
    rows = tuple((one.question, one.asked, one.used) for one in found.questions)
    return Gathered(
        Told(f"Foreseen against asked: {found.title}", f"“{found.title}”预判与实际对照"),
        (
            Part(
                "asked",
                heading,
                counts=(
                    Count(Told("Asked and foreseen", "已预判"), found.foreseen, found.asked, link),
                    Count(
                        Told("Asked and not foreseen", "未预判"), found.unforeseen_count, found.asked, link
                    ),
                    Count(Told("Not looked at yet", "尚未判别"), found.waiting, None, link),
                ),
                rows=(
                    Rows(
                        (Told("Prepared question", "预备问题"), Told("Asked", "被问"), Told("Used", "采用")),
                        rows,
                    ),
                    Rows(
                        (Told("Not foreseen", "未预判问题"),), tuple((one.text,) for one in found.unforeseen)
                    ),
                ),
                missing=()
                if found.asked
                else nothing("Nothing that was asked has been judged yet.", "尚未判别任何提问。"),
            ),
        ),
    )


KIND = Kind(About("foresight", Told("Foresight", "传播风险评估"), Span.DAY, "release"), gather)
