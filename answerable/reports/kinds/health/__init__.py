"""How the channels stand: measures, vetoes, what nobody measured."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Count, Gathered, Kind, Part, Rows
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told
from answerable.response.channel_health import queries as health
from answerable.response.channels import queries as channels


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the newest measures of every live channel."""
    when = named(period.begin, period.end)
    now = min(at, period.until)
    rows = channels.channels(None)
    states = health.state_of([row.id for row in rows], at=now)
    found = health.findings(since=period.since, until=now)
    unmeasured = [row for row in rows if row.id not in states or states[row.id].measured_on is None]
    failed = [one for one in states.values() if one.vetoes]
    table = tuple(
        (
            row.name,
            states[row.id].standing.value.replace("_", " ") if row.id in states else None,
            ", ".join(one.value.replace("_", " ") for one in states[row.id].vetoes) or None
            if row.id in states
            else None,
            states[row.id].measured_on if row.id in states else None,
        )
        for row in rows
    )
    link = "/respond/health/"
    return Gathered(
        Told(f"Channel health, {when.en}", f"{when.zh}政务平台运行情况"),
        (
            Part(
                "health",
                Told("Channels", "各平台"),
                counts=(
                    Count(Told("Channels", "平台"), len(rows), len(rows), link),
                    Count(
                        Told("Failed by a veto", "单项否决"), len(failed), len(rows) - len(unmeasured), link
                    ),
                    Count(Told("Findings of the period", "本期发现问题"), len(found), len(rows), link),
                ),
                rows=(
                    Rows(
                        (
                            Told("Channel", "平台"),
                            Told("Stands", "状态"),
                            Told("Veto", "否决项"),
                            Told("Measured", "检测日期"),
                        ),
                        table,
                    ),
                ),
                missing=tuple(Told(f"Not measured: {row.name}", f"未检测：{row.name}") for row in unmeasured)
                or (() if rows else (Told("No channel is registered.", "没有登记的平台。"),)),
            ),
        ),
    )


KIND = Kind(About("health", Told("Channel health", "平台运行情况"), Span.QUARTER), gather)
