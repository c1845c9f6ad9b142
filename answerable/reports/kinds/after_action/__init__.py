"""The after-action review (复盘): what happened, what helped, what hindered, who does what until when."""

from datetime import datetime

from answerable.kernel.actor import MACHINE
from answerable.reports.kinds.kind import About, Count, Gathered, Kind, Part, Rows, Said
from answerable.reports.kinds.parts.case import case_of, matter_part
from answerable.reports.kinds.parts.case_course import course_part, effect_part
from answerable.reports.kinds.wording import day_of
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told
from answerable.response.cases.queries.reviewing import review_page


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the case and its review."""
    found = case_of(period, at=at)
    title = found.case.title
    return Gathered(
        Told(f"After-action review: {title}", f"关于“{title}”的复盘报告"),
        (
            matter_part(found),
            course_part(found),
            effect_part(found),
            learnt_part(found.review.id if found.review else None, at=at),
        ),
    )


def learnt_part(review: int | None, *, at: datetime) -> Part:
    """Say what was learnt and what is done because of it; what nobody wrote is said to be missing."""
    heading = Told("What was learnt", "经验教训和改进措施")
    if review is None:
        return Part("learnt", heading, missing=(Told("No review has been held.", "尚未复盘。"),))
    page = review_page(MACHINE, review, at=at)
    told = (
        (Told("What helped", "有效做法"), page.helped),
        (Told("What hindered", "存在不足"), page.hindered),
        (Told("Change of the plan", "修订方案建议"), page.plan_change),
    )
    said = tuple(Said(Told(f"{name.en}: {text}", f"{name.zh}：{text}")) for name, text in told if text)
    gaps = tuple(Told(f"{name.en}: not written.", f"{name.zh}：未填写。") for name, text in told if not text)
    if not page.actions:
        gaps += (Told("No action was agreed.", "未确定改进措施。"),)
    heads = (Told("Action", "改进措施"), Told("Post", "责任岗位"), Told("Due", "期限"), Told("Done", "完成"))
    rows = tuple(
        (one.words, one.post, day_of(one.due_at), day_of(one.done_at) if one.done_at else None)
        for one in page.actions
    )
    link = f"/respond/cases/reviews/{review}/"
    counts = (Count(Told("Actions not done", "未完成改进措施（项）"), page.waiting, len(rows), link),)
    return Part("learnt", heading, said, counts if rows else (), (Rows(heads, rows),), gaps)


KIND = Kind(About("after_action", Told("After-action review", "复盘报告"), Span.DAY, "case"), gather)
