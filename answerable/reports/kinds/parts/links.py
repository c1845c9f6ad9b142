"""Where the rows behind a figure are listed, narrowed as far as the list understands: by state, by unit, by day."""

from urllib.parse import urlencode

from answerable.reports.rules.periods import Period

CASES, LETTERS = "/respond/cases/", "/respond/letters/"
INQUIRIES, ANSWERS = "/respond/letters/inquiries/", "/respond/answers/"
SIGNALS, FINDINGS = "/listen/signals/", "/govern/inspections/findings/"


def listed(path: str, about: Period | None = None, *, days: Period | None = None, **filters: str) -> str:
    """Give the address of a list with its filters: the unit that a period is about, and the days of one."""
    asked = {name: value for name, value in filters.items() if value}
    if about is not None and about.unit is not None:
        asked["unit"] = str(about.unit)
    if days is not None:
        asked |= {"begin": days.begin.isoformat(), "end": days.end.isoformat()}
    return f"{path}?{urlencode(asked)}" if asked else path


def every_state(path: str, about: Period | None = None) -> str:
    """Give the address of a list that shows what is open unless it is asked for every state."""
    address = listed(path, about)
    return f"{address}{'&' if '?' in address else '?'}state="
