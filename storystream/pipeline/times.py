"""The stream's own clock: the latest time it believes, which one wrong date cannot push ahead."""

from datetime import UTC, datetime, timedelta

from storystream.grouping.grouper import NO_TIME

#: So many items in a row must lie ahead of the window before the clock follows them.
WITNESSES = 3
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def seconds(moment: datetime) -> int:
    """Whole seconds since 1970; a time without a zone is taken as UTC.

    >>> seconds(datetime(1970, 1, 1, 0, 1, tzinfo=UTC))
    60
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - EPOCH) // timedelta(seconds=1)


class StreamClock:
    """The latest time of a stream.

    An item dated far ahead does not move it alone: the window would leave every other item behind. Three in a row do.

    >>> clock = StreamClock(window=3600)
    >>> clock.read(datetime(2026, 1, 1, tzinfo=UTC)) == clock.read(None)
    True
    >>> clock.read(datetime(2099, 1, 1, tzinfo=UTC))[1] == clock.now
    True
    """

    def __init__(self, window: int) -> None:
        self.window = window
        self.now = NO_TIME
        self.ahead: list[int] = []

    def read(self, moment: datetime | None) -> tuple[int, int]:
        """(an item's time, the clock once it has come) in seconds."""
        if moment is None:
            return max(self.now, 0), max(self.now, 0)
        time = seconds(moment)
        if self.now == NO_TIME or time <= self.now + self.window:
            self.ahead.clear()
            self.now = max(self.now, time)
        else:
            self.ahead.append(time)
            if len(self.ahead) == WITNESSES:
                self.now = min(self.ahead)
                self.ahead.clear()
        return time, self.now

    def reach(self, moment: datetime) -> int:
        """Move on to a time that the caller knows to be right."""
        self.now = max(self.now, seconds(moment))
        return self.now
