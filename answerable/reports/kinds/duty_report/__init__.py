"""The yearly duty report of a post (述职): the runs of its duties and what was late, by the post and not its holder."""

from datetime import datetime

from answerable.office.people import queries as people
from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import governance
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the runs that this post owed in the period."""
    when = named(period.begin, period.end)
    post = period.number
    title = people.post_titles([post]).get(post, "")
    return Gathered(
        Told(f"Duty report of {title}, {when.en}", f"{title}{when.zh}履职报告"),
        (governance.duties_part(period, post=post, at=at), next_steps_part(period, at=at)),
    )


KIND = Kind(
    About("duty_report", Told("Duty report of a post", "岗位履职报告"), Span.YEAR, "post", document="report"),
    gather,
)
