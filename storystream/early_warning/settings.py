"""What a person may set: how many false alarms are bearable, and what silence means."""

from dataclasses import dataclass
from typing import Final, Literal

Every = Literal["hour", "day"]
Silence = Literal["zero", "unknown"]

#: Windows that are looked at together, in intervals; design of the detectors in Kulldorff, "A space-time
#: permutation scan statistic" (2005): several lengths, one stated rate for all of them.
WINDOWS: Final[dict[str, tuple[int, ...]]] = {"hour": (1, 3, 6, 24), "day": (1, 2, 3)}
#: Share of the bar that each window gets. The longest finds the slow outbreaks that nothing else finds; a short
#: one needs less, because what it is there for stands out anyway (catch rates in evaluate.bursts).
SHARES: Final[dict[str, tuple[float, ...]]] = {"hour": (1.0, 1.0, 1.0, 1.0), "day": (0.25, 0.1, 1.0)}
#: The window that must be ordinary again before an outbreak counts as over.
CALM_WINDOW: Final[dict[str, int]] = {"hour": 6, "day": 1}
INTERVALS_IN_DAY: Final[dict[str, int]] = {"hour": 24, "day": 1}
#: Four whole weeks, so that every weekday is met equally often (as in the syndromic systems that followed EARS).
BASELINE_DAYS: Final = 28


@dataclass(frozen=True, slots=True)
class Settings:
    """How a Watcher looks at its series.

    `per_100_series_days` is the switch: how many false alarms are bearable in a hundred days of one series
    (or in one day of a hundred series). `every` is the length of the counted intervals. `at_least` is the
    smallest number of items worth a signal. `silence` says what an interval without a Count means for a
    known series: "zero" (nothing was published) or "unknown" (nothing was fetched).

    >>> Settings().per_100_series_days
    0.5
    """

    every: Every = "day"
    per_100_series_days: float = 0.5
    at_least: int = 3
    silence: Silence = "zero"

    def __post_init__(self) -> None:
        """Refuses what cannot be meant; raises ValueError."""
        if self.every not in WINDOWS:
            raise ValueError(f"every must be 'hour' or 'day', not {self.every!r}")
        if not 0.0 < self.per_100_series_days <= 20.0:
            raise ValueError("false alarms per 100 series-days must lie above 0 and at most at 20")
        if self.at_least < 1:
            raise ValueError("a signal needs at least one item")
        if self.silence not in ("zero", "unknown"):
            raise ValueError(f"silence must be 'zero' or 'unknown', not {self.silence!r}")

    @property
    def windows(self) -> tuple[int, ...]:
        """Window lengths in intervals."""
        return WINDOWS[self.every]

    @property
    def shares(self) -> tuple[float, ...]:
        """Share of the bar for each window."""
        return SHARES[self.every]

    @property
    def in_a_day(self) -> int:
        """Intervals in a day."""
        return INTERVALS_IN_DAY[self.every]

    @property
    def hours(self) -> int:
        """Hours in an interval."""
        return 24 // self.in_a_day

    @property
    def memory(self) -> int:
        """Intervals that are remembered: the baseline and the longest window after it."""
        return (BASELINE_DAYS + 1) * self.in_a_day + max(self.windows)


def one_false_alarm_in(days: float, *, over_series: int, every: Every = "day") -> Settings:
    """Settings whose switch reads "one false alarm in so many days over so many series".

    >>> one_false_alarm_in(20, over_series=10).per_100_series_days
    0.5
    """
    if days <= 0 or over_series < 1:
        raise ValueError("days and the number of series must be positive")
    return Settings(every=every, per_100_series_days=100.0 / (days * over_series))
