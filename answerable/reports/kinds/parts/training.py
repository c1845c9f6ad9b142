"""What posts lack in training: by unit, post and requirement, and no table of people."""

from collections import Counter
from datetime import datetime

from answerable.governance.plan import queries as plan
from answerable.governance.training.queries.short import hours_asked, short_of
from answerable.governance.training.rules.lacking import Why
from answerable.office.people import queries as people
from answerable.reports.kinds.kind import Count, Part, Rows, Said
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told

LINK = "/govern/training/short/"
HOURS = Told("hours of the year", "年度学时")
WHY = {
    Why.NEVER: Told("never taken", "未参加"),
    Why.EXPIRED: Told("no longer valid", "已过有效期"),
    Why.SOON: Told("ends soon", "即将到期"),
    Why.HOURS: Told("too few hours", "学时不足"),
}


def training_part(period: Period, *, at: datetime) -> Part:
    """Say what posts are short of; posts are named, people are not."""
    rows = [row for row in short_of(None, at=at) if period.unit is None or row.unit == period.unit_name]
    posts = [post for post in people.posts_here() if period.unit in (None, post.unit)]
    held = {one.post for one in people.holdings_on([post.id for post in posts], at=at)}
    empty = sum(post.id not in held for post in posts)
    by = Counter((row.unit, row.post_title, row.requirement, row.why) for row in rows)
    #: What ends soon still holds: it is listed, and its post is not counted as lacking.
    short = len({row.post for row in rows if row.why is not Why.SOON})
    hours = len(hours_asked(plan.in_force(at=at)))
    heads = (
        Told("Unit", "单位"),
        Told("Post", "岗位"),
        Told("Requirement", "培训要求"),
        Told("Why", "情形"),
        Told("Holders short", "未达标（人次）"),
    )
    body = tuple(
        (unit, post, requirement or HOURS, WHY[why], count)
        for (unit, post, requirement, why), count in by.items()
    )
    summary = Told(
        f"Of {len(held)} posts that are held, {short} lack something that is asked of them.",
        f"在岗岗位{len(held)}个，其中{short}个尚未达到培训要求。",
    )
    gaps = (
        []
        if rows
        else [Told("No post that is held lacks what is asked of it.", "在岗岗位均已达到培训要求。")]
    )
    if empty:
        gaps.append(
            Told(
                f"{empty} posts are held by nobody: nothing is said of them.",
                f"有{empty}个岗位空缺，不作统计。",
            )
        )
    return Part(
        "training",
        Told("Training", "培训情况"),
        (Said(summary),) if held else (),
        (
            Count(Told("Posts that lack something", "未达标岗位（个）"), short, len(held), LINK),
            Count(Told("Posts of which hours are asked", "有学时要求的岗位（个）"), hours, len(posts), LINK),
        ),
        (
            Rows(
                heads,
                body,
                note=Told("In the order of the house; nobody is ranked.", "按机构序列排列，不作排名。"),
            ),
        ),
        tuple(gaps),
    )
