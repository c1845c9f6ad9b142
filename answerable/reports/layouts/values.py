"""How a value, a date, a document number and a link are written."""

import re
import unicodedata
from datetime import date, datetime
from math import isfinite
from urllib.parse import urlsplit

from answerable.reports.layouts.document import Language, Value
from answerable.reports.layouts.words import words_of
from answerable.reports.rules.signs import line

_SQUARE = re.compile(r"[\[［【](\d{4})[\]］】]")
MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def day(value: date, language: Language) -> str:
    """Write a date: 2026年5月3日, 3 May 2026."""
    if language.startswith("zh"):
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def written(value: Value, language: Language) -> str:
    """Write a value of a table as a reader expects it; what is not known is a dash."""
    if value is None:
        return words_of(language).unknown
    if isinstance(value, str):
        return line(value)
    if isinstance(value, datetime):
        return f"{day(value, language)} {value:%H:%M}"
    if isinstance(value, date):
        return day(value, language)
    return number(value)


def number(value: float) -> str:
    """Write a number: thousands apart, at most two places, a true minus sign."""
    if not isfinite(value):
        return "—"
    shown = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown.replace("-", "−")


def address(link: str, site: str = "") -> str:
    """Give a link that a paper may carry: to the web, to mail, or into this installation; any other is none."""
    whole = (
        f"{site.rstrip('/')}{link}" if site and link.startswith("/") and not link.startswith("//") else link
    )
    try:
        parts = urlsplit(whole)
    except ValueError:
        return ""
    odd = any(sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf", "Cs") for sign in whole)
    web = parts.scheme in ("http", "https") and bool(parts.netloc)
    return whole if not odd and (web or (parts.scheme == "mailto" and "@" in parts.path)) else ""


def hexagonal(sign: str) -> str:
    """Write the year of a document number in hexagonal brackets, as the standard asks."""
    return _SQUARE.sub(r"〔\1〕", line(sign))
