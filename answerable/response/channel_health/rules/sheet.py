"""Figures that people bring from closed platforms, one row a channel: read from CSV, every refused row named."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Heads by which a column is known, in both languages of the house.
HEADS: Mapping[str, frozenset[str]] = {
    "channel": frozenset({"channel", "name", "渠道", "账号", "名称", "渠道名称"}),
    "day": frozenset({"day", "date", "checked", "日期", "检查日期"}),
    "posted_on": frozenset({"last post", "posted", "last_post", "最近更新", "最近发布", "最近更新日期"}),
    "waits_since": frozenset(
        {"oldest message", "waits since", "oldest_message", "最早未答留言", "未答留言日期"}
    ),
    "can_reply": frozenset({"can reply", "interaction", "can_reply", "互动可用", "可互动"}),
}
YES = frozenset({"yes", "y", "1", "true", "是", "可用", "有"})
NO = frozenset({"no", "n", "0", "false", "否", "不可用", "无"})
MOST_ROWS = 2000
LARGEST = 512 * 1024


@dataclass(frozen=True, slots=True)
class Said:
    """What a person saw on one channel on one day."""

    channel: int
    day: date
    posted_on: date | None = None
    waits_since: date | None = None
    can_reply: bool | None = None


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that is not taken, by its number in the file, and why."""

    row: int
    name: str
    why: str | Promise


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What a sheet says: rows that can be taken, rows that cannot, or why the whole sheet cannot be read."""

    taken: tuple[tuple[int, str, Said], ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    unread: str | Promise = ""


class _Bad(Exception):
    def __init__(self, why: str | Promise) -> None:
        super().__init__()
        self.why = why


def read_sheet(text: str, names: Mapping[str, int], today: date) -> SheetRead:
    """Read a CSV sheet. `names` are the channels that the reader may enter figures for, by name in lower case."""
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        return SheetRead(unread=_("The sheet is empty."))
    if len(rows) > MOST_ROWS + 1:
        return SheetRead(unread=_("The sheet has too many rows: at most 2,000 at a time."))
    places = _places(rows[0])
    if "channel" not in places or len(places) < 2:
        return SheetRead(unread=_("The first row must name the columns: channel, day, last post, can reply."))
    taken: list[tuple[int, str, Said]] = []
    refused: list[RefusedRow] = []
    known: set[int] = set()
    for number, row in enumerate(rows[1:], start=2):
        cells = {field: row[at].strip() if at < len(row) else "" for field, at in places.items()}
        try:
            said = _said(cells, names, today)
            if said.channel in known:
                raise _Bad(_("This channel stands in the sheet twice."))
        except _Bad as bad:
            refused.append(RefusedRow(number, cells["channel"], bad.why))
            continue
        known.add(said.channel)
        taken.append((number, cells["channel"], said))
    return SheetRead(tuple(taken), tuple(refused))


def _places(heads: list[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, head in enumerate(heads):
        for field, words in HEADS.items():
            if head.strip().lower() in words:
                places.setdefault(field, at)
    return places


def _said(cells: Mapping[str, str], names: Mapping[str, int], today: date) -> Said:
    channel = names.get(cells["channel"].lower())
    if channel is None:
        raise _Bad(_("There is no channel of this name that you keep."))
    day = _day(cells.get("day", ""), today) or today
    posted_on = _day(cells.get("posted_on", ""), today)
    waits_since = _day(cells.get("waits_since", ""), today)
    can_reply = _yes(cells.get("can_reply", ""))
    if posted_on is None and waits_since is None and can_reply is None:
        raise _Bad(_("It says nothing: neither the last post nor whether messages can be answered."))
    if posted_on is not None and posted_on > day:
        raise _Bad(_("The last post lies after the day of the check."))
    return Said(channel, day, posted_on, waits_since, can_reply)


def _day(text: str, today: date) -> date | None:
    if not text:
        return None
    parts = text.replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-").replace(".", "-")
    try:
        year, month, day = (int(part) for part in parts.split("-"))
        found = date(year, month, day)
    except ValueError:
        raise _Bad(_("A date cannot be read; write it as 2026-11-23.")) from None
    if found > today:
        raise _Bad(_("A date lies in the future."))
    return found


def _yes(text: str) -> bool | None:
    if not text:
        return None
    if text.lower() in YES:
        return True
    if text.lower() in NO:
        return False
    raise _Bad(_("“Can reply” must be yes or no."))
