"""What posts lack in training: by post and requirement, and no table of people."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.kinds.parts.training import training_part
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what posts are short of."""
    when = named(period.begin, period.end)
    return Gathered(
        Told(f"Training, {when.en}", f"{when.zh}培训情况报告"),
        (training_part(period, at=at), next_steps_part(period, at=at)),
    )


KIND = Kind(
    About(
        "training", Told("Training", "培训情况"), Span.YEAR, duties=("d-train", "d-train-editors", "d-study")
    ),
    gather,
)
