"""The morning brief: five lines, then detail."""

from datetime import datetime

from answerable.kernel.actor import MACHINE
from answerable.kernel.together import Asked, read_together, told
from answerable.listening.signals.queries.figures import waiting_asked
from answerable.listening.stories.queries.trend import GrowingNow, growing_now_asked
from answerable.reports.kinds.kind import About, Gathered, Kind, Part, Said
from answerable.reports.kinds.parts import governance, listening, response
from answerable.reports.kinds.parts.trend import trend_asked
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told
from answerable.response.cases.queries.head import HeadLine, HeadLineKey, head_lines_asked

WORDS = {
    HeadLineKey.DECIDE: Told("To be decided", "待决定事项"),
    HeadLineKey.GRAVE: Told("Grave or major", "特别重大、重大事项"),
    HeadLineKey.SOON: Told("Limits within a day", "一日内到期或者已逾期事项"),
    HeadLineKey.ANSWERED: Told("Answered since yesterday", "昨日以来已回应事项"),
}


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the last day: what needs a decision first."""
    when = named(period.begin, period.end)
    parts = (
        five_lines_asked(at=at),
        listening.stories_asked(period, at=at),
        listening.signals_asked(period, at=at),
        response.cases_asked(period, at=at),
        governance.duties_asked(period, at=at),
        trend_asked(period, at=at),
    )
    read_together(*parts)
    return Gathered(
        Told(f"Morning brief, {when.en}", f"舆情晨报（{when.zh}）"), tuple(part.tell() for part in parts)
    )


def five_lines(_period: Period, *, at: datetime) -> Part:
    """Say the morning in five lines: to decide, grave, running out, answered, growing."""
    return told(five_lines_asked(at=at))


def five_lines_asked(*, at: datetime) -> Asked[Part]:
    """Say what is to be read for the five lines."""
    head, grows, waits = head_lines_asked(MACHINE, at=at), growing_now_asked(), waiting_asked(at=at)
    return Asked(
        (*head.reads, *grows.reads, *waits.reads),
        lambda: _five_lines(head.tell(), grows.tell(), waits.tell()),
    )


def _five_lines(head: tuple[HeadLine, ...], growing: GrowingNow, waiting: int) -> Part:
    lines = [_line(line) for line in head if line.key in WORDS]
    first = Told(f"; first: {growing.title}", f"，首件：{growing.title}") if growing.id else Told("", "")
    lines.append(
        Said(
            Told(
                f"Heard: {growing.total} stories grow, {waiting} signals wait for a decision{first.en}",
                f"舆情动态：上升中{growing.total}件，待处置预警{waiting}条{first.zh}",
            ),
            (Source(growing.title, f"/listen/stories/{growing.id}/"),) if growing.id else (),
        )
    )
    return Part("five_lines", Told("Five lines", "要情五条"), tuple(lines))


def _line(line: HeadLine) -> Said:
    name = WORDS[line.key]
    if not line.number:
        return Said(Told(f"{name.en}: none", f"{name.zh}：无"))
    words = Told(
        f"{name.en}: {line.number}; first: {line.title}", f"{name.zh}：{line.number}件，首件：{line.title}"
    )
    return Said(words, (Source(line.title, line.link),))


KIND = Kind(About("brief", Told("Morning brief", "舆情晨报"), Span.DAY), gather)
