"""The limits that hold now: of the plan in force and its packs."""

from answerable.office.clocks import queries as clocks
from answerable.response.channel_health.rules.metrics import Limits, read_limits


def limits_now() -> Limits:
    """Read the limits of the plan in force."""
    return read_limits(clocks.parameter)
