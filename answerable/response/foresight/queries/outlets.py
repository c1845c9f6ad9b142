"""The body's own channels, as a release names them."""

from answerable.response.channels import queries as channels


def live_channels() -> dict[int, str]:
    """Give the channels that something can be announced on, by number."""
    return {row.id: row.name for row in channels.channels(None, live=True)}
