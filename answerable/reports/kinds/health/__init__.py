"""How the channels stand: measures, vetoes, what was found, what nobody measured."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.kinds.parts.channels import channels_part, faults_part
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the newest measures of every live channel, and what was found in the period."""
    when = named(period.begin, period.end)
    return Gathered(
        Told(f"Channel health, {when.en}", f"{when.zh}政府网站和政务新媒体运行情况"),
        (channels_part(period, at=at), faults_part(period, at=at), next_steps_part(period, at=at)),
    )


KIND = Kind(About("health", Told("Channel health", "平台运行情况"), Span.QUARTER), gather)
