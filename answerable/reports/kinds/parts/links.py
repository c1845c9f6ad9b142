"""Where the rows behind a figure are listed, narrowed as far as the list understands: by state, by unit, by day."""

from urllib.parse import urlencode

from answerable.reports.rules.periods import Period

CASES, LETTERS = "/respond/cases/", "/respond/letters/"
INQUIRIES, ANSWERS = "/respond/letters/inquiries/", "/respond/answers/"
SIGNALS, FINDINGS = "/listen/signals/", "/govern/inspections/findings/"


def listed(path: str, period: Period | None = None, **filters: str) -> str:
    """Give the address of a list with its filters; `period` adds its unit where it is about one."""
    asked = {name: value for name, value in filters.items() if value}
    if period is not None and period.unit is not None:
        asked["unit"] = str(period.unit)
    return f"{path}?{urlencode(asked)}" if asked else path


def every_state(path: str, period: Period | None = None, **filters: str) -> str:
    """Give the address of a list that shows what is open unless it is asked for every state."""
    address = listed(path, period, **filters)
    return f"{address}{'&' if '?' in address else '?'}state="
