"""From the cells of a roster to checked lines: which column means what, and what a cell may hold."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from django.utils.translation import gettext_lazy as _

from answerable.kernel.personal_data import is_identity_number
from answerable.office.people.rules.posts import HoldingKind, PostKind
from answerable.office.people.rules.roster_reasons import BadRoster, Refusal

#: What a reader gives in place of a number that has lost digits.
LOST_DIGITS = "\ufffdlost"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name on our page and the words that offices write at its head."""

    name: Any
    words: tuple[str, ...]
    most: int


COLUMNS: Mapping[str, Column] = {
    "unit_code": Column(_("Unit code"), ("unit code", "单位代码", "部门代码", "单位编码", "部门编码"), 40),
    "unit": Column(_("Unit"), ("unit", "unit name", "department", "单位", "单位名称", "部门", "科室"), 200),
    "parent": Column(_("Code of the unit above"), ("parent", "parent code", "上级单位代码", "上级代码"), 40),
    "short_name": Column(_("Short name"), ("short name", "简称", "单位简称"), 60),
    "document_code": Column(_("Document code"), ("document code", "发文代字", "代字"), 40),
    "post_code": Column(_("Post code"), ("post code", "岗位代码", "岗位编码"), 40),
    "post": Column(_("Post"), ("post", "post title", "岗位", "岗位名称"), 200),
    "kind": Column(_("Kind of post"), ("kind", "kind of post", "岗位类别", "岗位类型"), 40),
    "person": Column(_("Person"), ("person", "name", "holder", "姓名", "任职人", "人员"), 200),
    "staff_number": Column(_("Staff number"), ("staff number", "staff no", "工号", "职工编号"), 40),
    "email": Column(_("E-mail"), ("e-mail", "email", "mail", "电子邮箱", "邮箱", "电子邮件"), 254),
    "holding": Column(_("Holds it as"), ("holding", "holds it as", "任职方式", "主岗/B角/代理"), 40),
    "begins_on": Column(_("From"), ("from", "begins on", "任职日期", "起始日期", "自"), 40),
    "ends_on": Column(_("Until"), ("until", "ends on", "免职日期", "终止日期", "止"), 40),
}
KIND_WORDS: Mapping[PostKind, tuple[str, ...]] = {
    PostKind.LEAD: ("lead", "head", "领导", "负责人", "主要领导", "分管领导"),
    PostKind.OFFICE: ("office", "communications office", "宣传", "办公室", "宣传办", "舆情专员"),
    PostKind.LIAISON: ("liaison", "contact", "contact of a unit", "联络员", "部门联络员"),
    PostKind.SPOKESPERSON: ("spokesperson", "新闻发言人", "发言人"),
    PostKind.KEEPER: ("keeper", "keeper of a channel", "阵地管理员", "账号管理员", "管理员"),
    PostKind.INSPECTOR: ("inspector", "检查员", "督查员"),
    PostKind.OVERSIGHT: ("oversight", "监督", "纪检", "监督员"),
}
HOLDING_WORDS: Mapping[HoldingKind, tuple[str, ...]] = {
    HoldingKind.MAIN: ("main", "主岗", "a角", "主责"),
    HoldingKind.BACKUP: ("backup", "b角", "b岗", "备岗"),
    HoldingKind.ACTING: ("acting", "代理", "代理履职"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a roster, checked cell by cell; an empty text is what the row does not say."""

    row: int
    unit_code: str = ""
    unit: str = ""
    parent: str = ""
    short_name: str = ""
    document_code: str = ""
    post_code: str = ""
    post: str = ""
    kind: PostKind | None = None
    person: str = ""
    staff_number: str = ""
    email: str = ""
    holding: HoldingKind | None = None
    begins_on: date | None = None
    ends_on: date | None = None


class _Wrong(Exception):
    def __init__(self, code: str, value: object = "") -> None:
        self.code, self.value = code, str(value)[:60]


def plain(cell: object) -> str:
    """Give a cell's text on one line, without invisible signs."""
    text = unicodedata.normalize("NFC", str(cell if cell is not None else ""))
    shown = "".join(" " if char.isspace() else char for char in text if unicodedata.category(char) != "Cf")
    kept = "".join(char for char in shown if unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn"))
    return " ".join(kept.split())


def columns_of(heads: Sequence[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Say which column holds what, and which heads are not known; two heads of one meaning are refused."""
    found: dict[str, int] = {}
    ignored = []
    for place, head in enumerate(heads):
        word = unicodedata.normalize("NFKC", plain(head)).casefold().replace("_", " ").rstrip("*: ")
        key = next((key for key, column in COLUMNS.items() if word in column.words), None)
        if key is None:
            ignored += [plain(head)[:40]] if word else []
        elif key in found:
            raise BadRoster("double_head", value=plain(head)[:40])
        else:
            found[key] = place
    if not found:
        raise BadRoster("no_heads")
    return found, tuple(ignored)


def read_line(number: int, cells: Sequence[object], columns: Mapping[str, int]) -> Line | Refusal | None:
    """Check one row; None for an empty one."""
    texts = {key: plain(cells[place]) for key, place in columns.items() if place < len(cells)}
    if not any(texts.values()):
        return None
    values: dict[str, Any] = {"row": number}
    for key, text in texts.items():
        try:
            values[key] = _checked(key, text)
        except _Wrong as wrong:
            return Refusal(number, wrong.code, {"column": key, "value": wrong.value})
    line = Line(**values)
    return _missing(line) or line


def _checked(key: str, text: str) -> Any:
    if text.startswith(LOST_DIGITS):
        raise _Wrong("lost_digits")
    if len(text) > COLUMNS[key].most:
        raise _Wrong("too_long")
    return _CHECKS.get(key, _as_it_is)(text)


def _as_it_is(text: str) -> str:
    return text


CODE = re.compile(r"[\w.\-/]+")


def _code(text: str) -> str:
    code = unicodedata.normalize("NFKC", text)
    if code and not CODE.fullmatch(code):
        raise _Wrong("bad_code", code)
    return code


def _staff_number(text: str) -> str:
    number = _code(text)
    if re.fullmatch(r"\d{17}[\dXx]", number) and is_identity_number(number):
        raise _Wrong("identity_number")
    return number


EMAIL = re.compile(r"[^@\s<>\"',;]{1,64}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")


def _email(text: str) -> str:
    address = unicodedata.normalize("NFKC", text).lower()
    if address and not EMAIL.fullmatch(address):
        raise _Wrong("bad_email", address)
    return address


DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?")


def _day(text: str) -> date | None:
    if not text:
        return None
    found = DATE.fullmatch(unicodedata.normalize("NFKC", text))
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        day = None
    # Spreadsheets that lost a date show 1899 or 1900; nobody was appointed before the body had a state above it.
    if day is None or not 1949 <= day.year <= 2199:
        raise _Wrong("bad_date", text)
    return day


Word = TypeVar("Word", bound=StrEnum)


def _kind(text: str) -> PostKind | None:
    return _word(text, KIND_WORDS, "bad_kind")


def _holding(text: str) -> HoldingKind | None:
    return _word(text, HOLDING_WORDS, "bad_holding")


def _word(text: str, words: Mapping[Word, tuple[str, ...]], code: str) -> Word | None:
    wanted = unicodedata.normalize("NFKC", text).casefold()
    if not wanted:
        return None
    for value, known in words.items():
        if wanted in known:
            return value
    raise _Wrong(code, text)


_CHECKS: Mapping[str, Callable[[str], Any]] = {
    "unit_code": _code,
    "parent": _code,
    "post_code": _code,
    "staff_number": _staff_number,
    "email": _email,
    "begins_on": _day,
    "ends_on": _day,
    "kind": _kind,
    "holding": _holding,
}


def _missing(line: Line) -> Refusal | None:
    """Say which code a row lacks to be understood alone."""
    if line.unit and not line.unit_code:
        return Refusal(line.row, "code_missing", {"column": "unit_code"})
    if line.post and not line.post_code:
        return Refusal(line.row, "code_missing", {"column": "post_code"})
    if (line.email or line.staff_number or line.holding) and not line.person:
        return Refusal(line.row, "code_missing", {"column": "person"})
    if not (line.unit_code or line.post_code or line.person):
        return Refusal(line.row, "nothing")
    if line.begins_on and line.ends_on and line.ends_on < line.begins_on:
        return Refusal(line.row, "ends_early")
    return None


def as_record(line: Line) -> dict[str, Any]:
    """Write a line as plain JSON."""
    pairs = ((entry.name, getattr(line, entry.name)) for entry in fields(Line))
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in pairs
        if value not in ("", None)
    }


def from_record(record: Mapping[str, Any]) -> Line:
    """Read a line that `as_record` wrote."""
    values = dict(record)
    for name in ("begins_on", "ends_on"):
        if name in values:
            values[name] = date.fromisoformat(values[name])
    if "kind" in values:
        values["kind"] = PostKind(values["kind"])
    if "holding" in values:
        values["holding"] = HoldingKind(values["holding"])
    return Line(**values)
