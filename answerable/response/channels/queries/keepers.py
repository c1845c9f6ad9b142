"""Who holds the keepers' posts."""

from collections.abc import Iterable
from datetime import datetime

from answerable.office.people import queries as people
from answerable.office.people.rules import HoldingKind


def main_holders(posts: Iterable[int], *, at: datetime) -> dict[int, int]:
    """Give the main holder of each post on the day; away or not: a leave changes no password."""
    held = people.holdings_on(sorted(set(posts)), at=at)
    return {one.post: one.person for one in held if one.kind is HoldingKind.MAIN}
