"""What "since your last look" means."""

from datetime import datetime, timedelta

#: A page opened again within this time belongs to the same look: reloading does not make everything old.
SAME_LOOK = timedelta(minutes=30)
#: Within a look its end moves on at most this often: looking at pages is hardly ever writing.
GRAIN = timedelta(minutes=3)
#: Who never looked is shown the last day.
FIRST_LOOK = timedelta(days=1)


def next_look(before_at: datetime, looked_at: datetime, *, at: datetime) -> tuple[datetime, datetime]:
    """Give (new since, looked at) after looking at `at`."""
    if at - looked_at > SAME_LOOK:
        return looked_at, at
    if at - looked_at > GRAIN:
        return before_at, at
    return before_at, looked_at
