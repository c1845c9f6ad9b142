"""What posts lack in training: by post and requirement, and no table of people."""

from collections import Counter
from datetime import datetime

from answerable.governance.training.queries.short import short_of
from answerable.office.people import queries as people
from answerable.reports.kinds.kind import About, Count, Gathered, Kind, Part, Rows, nothing
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what posts are short of; posts are named, people are not."""
    when = named(period.begin, period.end)
    rows = short_of(None, at=at)
    posts = people.posts_here()
    by = Counter((row.unit, row.post_title, row.requirement) for row in rows)
    short = len({row.post for row in rows})
    link = "/govern/training/"
    heads = (
        Told("Unit", "单位"),
        Told("Post", "岗位"),
        Told("Requirement", "要求"),
        Told("Holders short", "未达标人数"),
    )
    return Gathered(
        Told(f"Training, {when.en}", f"{when.zh}培训情况"),
        (
            Part(
                "short",
                Told("What posts lack", "培训达标情况"),
                counts=(Count(Told("Posts that lack something", "未达标岗位"), short, len(posts), link),),
                rows=(Rows(heads, tuple((*key, count) for key, count in by.items())),),
                missing=()
                if rows
                else nothing("No post lacks what the plan asks for.", "各岗位均已达到方案要求。"),
            ),
        ),
    )


KIND = Kind(About("training", Told("Training", "培训情况"), Span.YEAR, duties=("d-train",)), gather)
