"""What "since your last look" means."""

from datetime import datetime, timedelta

#: A page opened again within this time belongs to the same look: reloading does not make everything old.
SAME_LOOK = timedelta(minutes=30)
#: Who never looked is shown the last day.
FIRST_LOOK = timedelta(days=1)


def next_look(before_at: datetime, looked_at: datetime, *, at: datetime) -> tuple[datetime, datetime]:
    """Give (new since, looked at) after looking at `at`."""
    if at - looked_at > SAME_LOOK:
        return looked_at, at
    return before_at, max(looked_at, at)
