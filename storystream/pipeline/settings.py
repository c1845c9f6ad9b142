"""What a stream is told to do."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from storystream.grouping.bars import FALSE_MERGE_RATE
from storystream.grouping.tables import HOURS, ONE, Rules

#: Newest postings read per term: 1,000 cost .002 of B3 and 200 cost .027 without representatives (stories.md 4.3).
NEWEST: Final = 512
#: From this size on a story must also be near as a whole, which stops chains (stories.md 4.1).
BIG: Final = 50
#: A score fades by a tenth a day: `stories.md` asks for time decay; flat from 5 to 20 days on the streams.
FADE: Final = timedelta(days=10)
#: A later item takes the place of the oldest representative when it is less alike than this to all.
DRIFT: Final = 0.5


@dataclass(frozen=True, slots=True)
class Settings:
    """How a stream groups.

    window: how long an item can be joined, and is remembered. quiet: a story closes after so long without an item.
    false_merge_rate: of items that belong to no story, the share that may be put into one (0..1); lower makes
    stories purer and more of them. shards: parts of the index; any number gives the same stories. explain: name the
    shared terms in every outcome. encoder_weight: what the encoder's similarity counts when one is given.

    >>> Settings(false_merge_rate=2)
    Traceback (most recent call last):
    ValueError: false_merge_rate must lie between 0 and 1, not 2
    """

    window: timedelta = timedelta(days=3)
    quiet: timedelta = timedelta(hours=72)
    false_merge_rate: float = FALSE_MERGE_RATE
    shards: int = 1
    explain: bool = True
    encoder_weight: float = 0.15

    def __post_init__(self) -> None:
        if not 0 < self.false_merge_rate < 1:
            raise ValueError(f"false_merge_rate must lie between 0 and 1, not {self.false_merge_rate}")
        if not timedelta(hours=1) <= self.window < timedelta(hours=HOURS):
            raise ValueError(f"window must lie between an hour and {HOURS // 24} days, not {self.window}")

    def rules(self, *, encoded: bool) -> Rules:
        """The same as whole numbers."""
        return Rules(
            window=int(self.window.total_seconds()),
            quiet=int(self.quiet.total_seconds()),
            cap=NEWEST,
            big=BIG,
            fade=int(FADE.total_seconds()),
            drift=int(DRIFT * ONE),
            weight=round(self.encoder_weight * 32768) if encoded else 0,
        )
