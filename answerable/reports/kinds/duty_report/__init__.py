"""The yearly duty report of a post (述职): the runs of its duties and what was late, by the post and not its holder."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from answerable.kernel.errors import NotFound
from answerable.office.people import queries as people
from answerable.office.people.rules import HOLDING_NAMES, HoldingKind
from answerable.reports.kinds.kind import About, Gathered, Kind, Part, Rows, Said
from answerable.reports.kinds.parts import governance
from answerable.reports.kinds.parts.asks import next_steps_part, own_account_part
from answerable.reports.kinds.wording import day_of, in_both
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read who held the post in the period and the runs that it owed."""
    when = named(period.begin, period.end)
    post = period.number
    title = people.post_titles([post]).get(post)
    if title is None:
        raise NotFound(_("There is no such post."), _("Choose one from the list."))
    runs = governance.runs_of(period, post=post, at=at)
    none = Told("The plan asks nothing of this post in this period.", "方案在本期没有要求该岗位履行职责。")
    return Gathered(
        Told(f"Duty report of the post {title}, {when.en}", f"{title}{when.zh}履职情况报告"),
        (
            holders_part(period, at=at),
            own_account_part(period, at=at),
            governance.runs_part(
                Told("Duties of the post", "职责履行情况"), runs, governance.matrix_link(period), none, at=at
            ),
            next_steps_part(period, at=at),
        ),
    )


def holders_part(period: Period, *, at: datetime) -> Part:
    """Say who held the post and on which days nobody did: a date missed while it was empty is nobody's."""
    end = min(period.end, day_of(at))
    held = people.holdings_between([period.number], period.begin, end)
    rows = tuple(
        (
            one.name,
            in_both(HOLDING_NAMES[one.kind]),
            max(one.span.begins_on, period.begin),
            min(one.span.ends_on, end) if one.span.ends_on else None,
        )
        for one in held
    )
    answering = [(one.span.begins_on, one.span.ends_on) for one in held if one.kind is not HoldingKind.BACKUP]
    empty = empty_days(answering, period.begin, end)
    words = Told(
        f"{len(held)} holdings of the post lie in this period.", f"本期任职（含代理）共{len(held)}人次。"
    )
    heads = (Told("Holder", "任职人"), Told("How", "任职方式"), Told("From", "自"), Told("Until", "至"))
    gap = (
        (Told(f"The post was empty on {empty} days.", f"岗位空缺{empty}天，空缺期间的职责不计入任职人。"),)
        if empty
        else ()
    )
    return Part(
        "holders",
        Told("Who held the post", "任职情况"),
        (Said(words),) if held else (),
        (),
        (Rows(heads, rows),),
        gap,
    )


def empty_days(spans: list[tuple[date, date | None]], begin: date, end: date) -> int:
    """Count the days of a period that none of these spans covers."""
    covered: set[int] = set()
    for since, until in spans:
        first, last = max(since, begin), min(until or end, end)
        covered.update(range(first.toordinal(), last.toordinal() + 1))
    return (end - begin).days + 1 - len(covered)


KIND = Kind(
    About(
        "duty_report",
        Told("Duty report of a post", "岗位履职报告"),
        Span.YEAR,
        "post",
        duties=("d-members", "d-branch-members", "d-branch-heads"),
    ),
    gather,
)
