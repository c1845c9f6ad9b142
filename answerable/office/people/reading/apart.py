"""The parent's side: hands a file to the limited child and believes nothing it says beyond its shape."""

from collections.abc import Sequence

from answerable.kernel.apart.parent import TooHeavy, ask_child
from answerable.office.people.rules.roster_reasons import FILE_REASONS, MOST_BYTES, BadRoster


def read_rows(body: bytes) -> list[Sequence[str]]:
    """Give the rows of a spreadsheet, heads first, or raise BadRoster."""
    if len(body) > MOST_BYTES:
        raise BadRoster("too_large")
    try:
        told = ask_child("answerable.office.people.reading.child", body)
    except TooHeavy:
        raise BadRoster("too_heavy") from None
    if told.get("refused"):
        code = str(told["refused"])
        raise BadRoster(code if code in FILE_REASONS else "unreadable", **told.get("details", {}))
    return [[str(cell) for cell in row] for row in told["rows"]]
