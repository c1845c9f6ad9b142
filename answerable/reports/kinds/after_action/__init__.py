"""The after-action review (复盘): what happened, what helped, what hindered, who does what until when."""

from datetime import datetime

from answerable.kernel.actor import MACHINE
from answerable.reports.kinds.kind import About, Count, Gathered, Kind, Part, Rows, Said
from answerable.reports.kinds.parts.case import case_of, course_part, matter_part
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told
from answerable.response.cases.queries.reviewing import review_page


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the case and its review."""
    found = case_of(period, at=at)
    title = found.case.title
    return Gathered(
        Told(f"After-action review: {title}", f"关于“{title}”的复盘报告"),
        (matter_part(found), course_part(found), *_review(found.review.id if found.review else None, at=at)),
    )


def _review(review: int | None, *, at: datetime) -> tuple[Part, ...]:
    heading = Told("What was learnt", "经验教训")
    if review is None:
        return (Part("learnt", heading, missing=(Told("No review has been held.", "尚未复盘。"),)),)
    page = review_page(MACHINE, review, at=at)
    told = (
        (Told("What helped", "有效做法"), page.helped),
        (Told("What hindered", "存在不足"), page.hindered),
        (Told("Change of the plan", "修订方案建议"), page.plan_change),
    )
    said = tuple(Said(Told(f"{name.en}: {text}", f"{name.zh}：{text}")) for name, text in told if text)
    gaps = tuple(Told(f"{name.en}: not written.", f"{name.zh}：未填写。") for name, text in told if not text)
    heads = (Told("Action", "措施"), Told("Post", "责任岗位"), Told("Due", "期限"), Told("Done", "完成"))
    rows = tuple(
        (one.words, one.post, one.due_at.date(), one.done_at.date() if one.done_at else None)
        for one in page.actions
    )
    counts = (
        Count(
            Told("Actions not done", "未完成措施"),
            page.waiting,
            len(rows),
            f"/respond/cases/reviews/{review}/",
        ),
    )
    return (Part("learnt", heading, said, counts, (Rows(heads, rows),), gaps),)


KIND = Kind(About("after_action", Told("After-action review", "复盘报告"), Span.DAY, "case"), gather)
