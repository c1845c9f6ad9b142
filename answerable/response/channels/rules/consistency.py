"""Figures and dates that cannot all be true: no such day, a wrong weekday, sums and shares that do not add up."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from answerable.kernel.personal_data import WIDE


class Odd(StrEnum):
    """What does not fit."""

    DATE = "date"
    WEEKDAY = "weekday"
    SUM = "sum"
    SHARE = "share"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Oddity:
    """One passage that does not fit, and what it should be where that can be said."""

    odd: Odd
    found: str
    expected: str = ""


_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ZH_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_DAY = "|".join(rf"{name[:3]}(?:{name[3:]})?" for name in _DAYS)
_DATES = (
    re.compile(
        r"(?:(?P<year>\d{4})年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"
        r"(?:\s?[（(，,]?\s?(?:星期|周|礼拜)(?P<zh>[一二三四五六日天]))?"
    ),
    re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])"),
    re.compile(
        rf"(?:\b(?P<before>{_DAY})\b,?\s+(?:the\s+)?)?\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?"
        rf"(?P<name>{_MONTH})\b\.?(?:,?\s+(?P<year>(?:19|20)\d{{2}}))?(?:\s?[(,]\s?(?P<after>{_DAY})\b)?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:\b(?P<before>{_DAY})\b,?\s+)?\b(?P<name>{_MONTH})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*:)"
        rf"(?:,?\s+(?P<year>(?:19|20)\d{{2}}))?(?:\s?[(,]\s?(?P<after>{_DAY})\b)?",
        re.IGNORECASE,
    ),
)


def oddities(title: str, body: str, *, today: date) -> tuple[Oddity, ...]:
    """Look through a piece; `today` gives the year to dates that name none."""
    title, body = title.translate(WIDE), body.translate(WIDE)
    found = [
        *dates_odd(f"{title}\n{body}", today=today),
        *shares_odd(body),
        *sums_odd(body),
        *tables_odd(body),
        *title_odd(title, body),
    ]
    return tuple(dict.fromkeys(found))


def dates_odd(text: str, *, today: date) -> Iterator[Oddity]:
    """Find dates that do not exist and weekdays that are not those of their date."""
    for pattern in _DATES:
        for found in pattern.finditer(text):
            parts = found.groupdict()
            if odd := _date_odd(found.group().strip(), parts, today):
                yield odd


def _date_odd(words: str, parts: dict[str, str | None], today: date) -> Oddity | None:
    month = int(parts.get("month") or 0) or _month_of(parts.get("name") or "")
    day, year = int(parts["day"] or 0), parts.get("year")
    # 29 February is a date in some year: without a year it is asked of a leap year.
    if _date(int(year) if year else 2024, month, day) is None:
        return Oddity(Odd.DATE, words)
    weekday = _weekday(parts)
    if weekday is None:
        return None
    years = [int(year)] if year else [today.year - 1, today.year, today.year + 1]
    meant = [one for one in (_date(number, month, day) for number in years) if one is not None]
    near = sorted(meant, key=lambda one: abs((one - today).days))[:1]
    if near and near[0].weekday() != weekday:
        return Oddity(Odd.WEEKDAY, words, f"{near[0]:%Y-%m-%d}: {_DAYS[near[0].weekday()].capitalize()}")
    return None


def _month_of(name: str) -> int:
    return next((number for number, one in enumerate(_MONTHS, 1) if one[:3] == name[:3].lower()), 0)


def _weekday(parts: dict[str, str | None]) -> int | None:
    if parts.get("zh"):
        return _ZH_DAYS[str(parts["zh"])]
    word = (parts.get("before") or parts.get("after") or "")[:3].lower()
    return next((number for number, one in enumerate(_DAYS) if one[:3] == word), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TIMES = {"万": 10_000, "亿": 100_000_000, "million": 1_000_000, "billion": 1_000_000_000, "thousand": 1_000}
_SHARE_ZH = re.compile(
    rf"共[^。；\d]{{0,12}}(?P<whole>{_NUMBER})\s?(?P<unit>[\u4e00-\u9fff]{{1,3}})[^。；]{{0,20}}?其中[^。；\d]{{0,12}}"
    rf"(?P<part>{_NUMBER})[^。；\d]{{0,12}}占[^。；\d]{{0,6}}(?P<share>{_NUMBER})\s?%"
)
_SHARE_EN = re.compile(
    rf"(?P<part>{_NUMBER})\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?(?P<whole>{_NUMBER})\b[^.%\d]{{0,40}}?[(,]?\s?"
    rf"(?P<share>{_NUMBER})\s?(?:%|per cent|percent)",
    re.IGNORECASE,
)


def _value(text: str) -> Decimal:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return Decimal(0)


def shares_odd(text: str) -> Iterator[Oddity]:
    """Find shares that are not the share of the numbers beside them, beyond rounding."""
    for pattern in (_SHARE_ZH, _SHARE_EN):
        for found in pattern.finditer(text):
            whole, part, share = (_value(found[key]) for key in ("whole", "part", "share"))
            places = len(found["share"].partition(".")[2])
            if whole and abs(part * 100 / whole - share) > Decimal(6).scaleb(-places - 1):
                right = round(part * 100 / whole, max(places, 1))
                yield Oddity(Odd.SHARE, _short(found.group()), f"{right} %")


_SENTENCE = re.compile(r"[^。；;!?！？\n]+")
_COUNT = re.compile(
    rf"(?P<number>{_NUMBER})\s?(?P<times>[万亿])?(?P<unit>[\u4e00-\u9fff]|[a-z]{{3,}})?", re.IGNORECASE
)
_TOTAL = re.compile(r"(?:合计|共计|总计|总共|一共|共|in total|a total of|altogether)", re.IGNORECASE)
_PARTS = re.compile(r"(?:其中|分别|of which|of these|namely)", re.IGNORECASE)


def sums_odd(text: str) -> Iterator[Oddity]:
    """Find a total whose parts, named behind it with the same unit, do not add up to it."""
    for sentence in _SENTENCE.findall(text):
        total, parts = _TOTAL.search(sentence), _PARTS.search(sentence)
        if not total or not parts or parts.start() < total.end():
            continue
        named = _COUNT.search(sentence, total.end(), parts.start())
        if named is None or not named["unit"]:
            continue
        added = [
            _counted(one)
            for one in _COUNT.finditer(sentence, parts.end())
            if (one["unit"] or "").lower() == named["unit"].lower()
        ]
        # One part is an example of the whole; from two on they are its account.
        if len(added) > 1 and sum(added) != _counted(named):
            yield Oddity(Odd.SUM, _short(sentence), f"{sum(added):f}")


def _counted(found: re.Match[str]) -> Decimal:
    return _value(found["number"]) * _TIMES.get(found["times"] or "", 1)


_TOTAL_ROW = re.compile(r"^(?:合计|总计|共计|total|sum)$", re.IGNORECASE)


def tables_odd(text: str) -> Iterator[Oddity]:
    """Find tables whose last row says a total that its columns do not have."""
    table: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        if line.strip().startswith("|"):
            table.append([cell.strip(" *") for cell in line.strip().strip("|").split("|")])
            continue
        yield from _columns_odd(table)
        table = []


def _columns_odd(table: list[list[str]]) -> Iterator[Oddity]:
    rows = [row for row in table[1:] if not all(set(cell) <= set("-: ") for cell in row)]
    if len(rows) < 3 or not _TOTAL_ROW.match(rows[-1][0]):
        return
    for column, said in enumerate(rows[-1][1:], 1):
        cells = [row[column] if column < len(row) else "" for row in rows[:-1]]
        if re.fullmatch(_NUMBER, said) and all(re.fullmatch(_NUMBER, cell) for cell in cells):
            right = sum((_value(cell) for cell in cells), Decimal(0))
            if right != _value(said):
                yield Oddity(Odd.SUM, f"{rows[-1][0]} {said}", f"{right:f}")


_TITLE_COUNT = re.compile(
    rf"(?P<number>{_NUMBER})\s?(?P<times>万|亿|million|billion|thousand)?\s?(?P<unit>[\u4e00-\u9fff]|%|[a-z]{{3,}})",
    re.IGNORECASE,
)


def title_odd(title: str, body: str) -> Iterator[Oddity]:
    """Find a figure of the title that the text gives differently: the same unit, and never that number."""
    said = list(_counts(body))
    for number, unit, words in _counts(title):
        same = [one for one, other, _words in said if other == unit]
        if same and number not in same:
            yield Oddity(Odd.TITLE, words, ", ".join(sorted({f"{one:f}" for one in same})[:3]))


def _counts(text: str) -> Iterator[tuple[Decimal, str, str]]:
    for found in _TITLE_COUNT.finditer(text):
        unit = found["unit"].lower()
        if unit in _TIMES or unit in _CALENDAR or unit[:3] in _CALENDAR:
            continue
        times = _TIMES.get((found["times"] or "").lower(), 1)
        yield _value(found["number"]) * times, unit.rstrip("s"), found.group().strip()


#: Parts of dates and times are not figures, nor are ordinals.
_CALENDAR = {
    "年",
    "月",
    "日",
    "号",
    "时",
    "点",
    "分",
    "届",
    "期",
    "条",
    "第",
    *(name[:3] for name in _MONTHS),
}


def _short(words: str) -> str:
    return " ".join(words.split())[:160]


def only(found: Iterable[Oddity], odd: Odd) -> tuple[Oddity, ...]:
    """Give the oddities of one sort."""
    return tuple(one for one in found if one.odd is odd)
