"""The columns of a file of letters (a hotline's export): which head means what, and why a row is refused."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.letters.rules.matter import MOST_TEXT, cleaned, one_line

#: Heads as hotlines and offices write them; the first in each language is the one of our template.
HEADS: Mapping[str, tuple[str, ...]] = {
    "number": ("number", "编号", "工单号", "工单编号", "受理编号", "id", "case number", "ticket"),
    "received": (
        "received",
        "收到时间",
        "来电时间",
        "受理时间",
        "来信时间",
        "登记时间",
        "date",
        "received at",
    ),
    "title": ("title", "标题", "诉求标题", "主题", "subject"),
    "text": ("text", "内容", "诉求内容", "反映内容", "主要内容", "来信内容", "matter", "content"),
    "unit": ("unit", "承办单位", "办理单位", "责任单位", "department"),
    "name": ("name", "姓名", "来电人", "诉求人", "联系人", "来信人", "asker"),
    "phone": ("phone", "电话", "联系电话", "来电号码", "手机", "手机号", "telephone"),
    "email": ("e-mail", "邮箱", "电子邮箱", "email", "mail"),
    "address": ("address", "地址", "联系地址"),
}
COLUMN_NAMES = {
    "number": _("number"),
    "received": _("received"),
    "title": pgettext_lazy("letter", "title"),
    "text": pgettext_lazy("letter", "text"),
    "unit": _("unit"),
    "name": pgettext_lazy("letter", "name"),
    "phone": _("phone"),
    "email": pgettext_lazy("letter", "e-mail"),
    "address": pgettext_lazy("letter", "address"),
}
LONGEST = {
    "text": MOST_TEXT,
    "number": 80,
    "title": 500,
    "unit": 200,
    "name": 100,
    "phone": 60,
    "email": 254,
    "address": 300,
}
EMAIL = re.compile(r"[^\s@<>\"',;:]{1,64}@[^\s@<>\"',;:.]+(?:\.[^\s@<>\"',;:.]+)+")
DATE = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})秒?)?.*)?"
)
ROW_REASONS = {
    "no_text": _("The row holds no text."),
    "too_long": _("The cell “%(column)s” is too long."),
    "bad_date": _("The cell “%(column)s” holds no date that we can read; write 2026-03-02 09:30."),
    "no_date": _("The row does not say when the letter came in."),
    "in_future": _("The row says that it came in later than now."),
    "bad_email": _("The cell “%(column)s” holds no e-mail address."),
    "no_unit": _("There is no unit of this name, or there are several."),
    "twice": _("The file holds this number twice; the first row is taken."),
}
FILE_REASONS = {
    "no_text_column": _("No column has a head that means the text of a letter. Take the template."),
    "double_head": _("Two columns mean the same: %(column)s."),
    "no_rows": _("The file holds no row below its heads."),
}


class BadFile(ValueError):
    """The file as a whole cannot be read as letters."""

    def __init__(self, code: str, column: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.column = column


@dataclass(frozen=True, slots=True)
class Line:
    """One letter of a file."""

    row: int
    text: str
    received: str
    title: str = ""
    number: str = ""
    unit: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""

    def as_record(self) -> dict[str, object]:
        """Give it as plain values, to be sealed."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Refused:
    """One row that is not taken over, and why. What stood in its cells is not kept."""

    row: int
    code: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A file as it was read."""

    lines: tuple[Line, ...]
    refused: tuple[Refused, ...]
    ignored: tuple[str, ...] = field(default=())


def _plain(head: str) -> str:
    return re.sub(r"[\s:：*（）()]+", " ", head).strip().casefold()


def columns_of(heads: Sequence[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Say which column means what, and which heads nobody knows. Raises BadFile."""
    meanings = {_plain(word): key for key, words in HEADS.items() for word in words}
    found: dict[str, int] = {}
    ignored = []
    for place, head in enumerate(heads):
        key = meanings.get(_plain(head))
        if key in found:
            raise BadFile("double_head", key)
        if key is not None:
            found[key] = place
        elif head.strip():
            ignored.append(one_line(head)[:60])
    if "text" not in found:
        raise BadFile("no_text_column")
    return found, tuple(ignored)


def read_rows(rows: Sequence[Sequence[str]], units: Mapping[str, int], *, zone: str, at: datetime) -> Read:
    """Read the rows of a file, heads first; every row becomes a line or is refused with its reason."""
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if not filled:
        raise BadFile("no_rows")
    places, ignored = columns_of(filled[0][1])
    if len(filled) < 2:
        raise BadFile("no_rows")
    lines: list[Line] = []
    refused: list[Refused] = []
    numbers: set[str] = set()
    for number, row in filled[1:]:
        cells = {key: one_line(row[place]) if place < len(row) else "" for key, place in places.items()}
        cells["text"] = cleaned(row[places["text"]]) if places["text"] < len(row) else ""
        found = _line(number, cells, units, zone=zone, at=at)
        if isinstance(found, Line) and found.number and found.number in numbers:
            found = Refused(number, "twice", "number")
        if isinstance(found, Refused):
            refused.append(found)
            continue
        numbers.add(found.number)
        lines.append(found)
    return Read(tuple(lines), tuple(refused), ignored)


def _line(
    row: int, cells: dict[str, str], units: Mapping[str, int], *, zone: str, at: datetime
) -> Line | Refused:
    received = read_date(cells.get("received", ""), zone)
    wrong = _wrong_cell(cells, units) or _wrong_date(cells.get("received", ""), received, at)
    if wrong is not None:
        return Refused(row, *wrong)
    return Line(row=row, **{**cells, "received": received.isoformat() if received else ""})


def _wrong_cell(cells: dict[str, str], units: Mapping[str, int]) -> tuple[str, str] | None:
    """Say what is wrong in a row, and in which cell."""
    if not cells["text"]:
        return "no_text", "text"
    for key, most in LONGEST.items():
        if len(cells.get(key, "")) > most:
            return "too_long", key
    if cells.get("email") and not EMAIL.fullmatch(cells["email"]):
        return "bad_email", "email"
    if cells.get("unit") and cells["unit"] not in units:
        return "no_unit", "unit"
    return None


def _wrong_date(cell: str, received: datetime | None, at: datetime) -> tuple[str, str] | None:
    if not cell:
        return "no_date", "received"
    if received is None:
        return "bad_date", "received"
    return ("in_future", "received") if received > at + timedelta(minutes=1) else None


def read_date(cell: str, zone: str) -> datetime | None:
    """Read a date with or without a time of day, as the body's zone has it; a day alone begins at 0:00."""
    found = DATE.fullmatch(cell)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return datetime.combine(date(year, month, day), time(hour, minute, second), tzinfo=ZoneInfo(zone))
    except ValueError:
        return None
