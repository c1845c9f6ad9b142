"""Which column means what, by the words that offices use at the head of a table."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, time, timedelta

from answerable.listening.sources.kinds.dates import CHINA, read_date
from answerable.listening.sources.kinds.entries import Entry
from answerable.listening.sources.kinds.exchange import Refused
from answerable.listening.sources.kinds.language import language_of
from answerable.listening.sources.kinds.plain_text import escaped
from answerable.listening.sources.kinds.reasons import gettext_noop

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Row = Sequence[Cell]
#: Spreadsheets keep numbers as floats, which are whole up to here; an 18-digit number has lost its last digits.
EXACT = float(2**53)
WORDS = {
    "id": ("id", "key", "guid", "编号", "序号", "工单号", "工单编号", "受理编号"),
    "title": ("title", "headline", "subject", "标题", "题目", "主题", "名称"),
    "text": (
        "text",
        "content",
        "body",
        "summary",
        "description",
        "正文",
        "内容",
        "摘要",
        "诉求内容",
        "问题描述",
        "全文",
    ),
    "link": ("link", "url", "address", "链接", "网址", "原文链接", "地址"),
    "published": (
        *("published_at", "published", "date", "time", "datetime", "发布时间", "时间", "日期"),
        *("发表时间", "受理时间", "发布日期"),
    ),
    "language": ("language", "lang", "语言", "语种"),
}


def _column(label: str) -> str:
    return field(
        default="",
        metadata={
            "label": label,
            "help": gettext_noop("The word at the head of the column; empty to guess."),
        },
    )


@dataclass(frozen=True, slots=True)
class FileSettings:
    """Which column is which, where guessing is not enough."""

    id: str = _column(gettext_noop("column of the number"))
    title: str = _column(gettext_noop("column of the title"))
    text: str = _column(gettext_noop("column of the text"))
    link: str = _column(gettext_noop("column of the link"))
    published: str = _column(gettext_noop("column of the time"))
    language: str = _column(gettext_noop("column of the language"))


def meanings(heads: Sequence[str], settings: FileSettings) -> dict[str, int]:
    """Say which column holds what; the first of two columns with the same head counts."""
    plain = [head.strip().lower().lstrip("\ufeff") for head in heads]
    found = {}
    for entry in fields(FileSettings):
        named = getattr(settings, entry.name, "").strip().lower()
        for word in (named,) if named else WORDS[entry.name]:
            if word in plain:
                found[entry.name] = plain.index(word)
                break
    return found


def entry_of(row: Row, columns: dict[str, int]) -> Entry | Refused:
    """Make an entry of a row, or say why not."""
    rounded = next((value for value in row if isinstance(value, float) and abs(value) > EXACT), None)
    if rounded is not None:
        return Refused("rounded", {"value": f"{rounded:.0f}"[:40]})
    title, text = (_cell(row, columns, name) for name in ("title", "text"))
    if not title and not text:
        return Refused("no_content")
    language = language_of(_cell(row, columns, "language"), f"{title} {text}")
    raw = row[columns["published"]] if columns.get("published", len(row)) < len(row) else None
    moment = _moment(raw, language)
    if moment is None and str(raw or "").strip():
        return Refused("bad_date", {"value": str(raw)[:40]})
    return Entry(
        name=_cell(row, columns, "id"),
        title=escaped(title),
        text=escaped(text),
        link=_cell(row, columns, "link"),
        published_at=moment,
        language=language,
    )


def _cell(row: Row, columns: dict[str, int], name: str) -> str:
    place = columns.get(name, len(row))
    value = row[place] if place < len(row) else None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # spreadsheets keep every number as a float
    return "" if value is None else str(value).strip()


def _moment(value: Cell, language: str) -> datetime | None:
    home = CHINA if language.startswith("zh") else UTC
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=home)).astimezone(UTC)
    if isinstance(value, date):
        return datetime.combine(value, time(), home).astimezone(UTC)
    return read_date(str(value), language) if value is not None else None
