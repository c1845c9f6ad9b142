"""A table handed in as a file: CSV, JSON lines or XLSX, one row an item."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from answerable.listening.sources.kinds.entries import Context, Entry, gather
from answerable.listening.sources.kinds.exchange import Answer, Memory, Reading, Refused, Wanted
from answerable.listening.sources.kinds.file.columns import FileSettings, Row, entry_of, meanings
from answerable.listening.sources.kinds.file.tables import flat, rows_of
from answerable.listening.sources.kinds.markup import MOST_TAGS
from answerable.listening.sources.kinds.reasons import gettext_noop
from answerable.listening.sources.kinds.refusal import NotReadable

#: Rows read of one file; a year of a bureau's hot-line calls is about 12,000.
MOST_ROWS = 20_000


class File:
    """A file that a person hands in."""

    key = "file"
    name = gettext_noop("File")
    explanation = gettext_noop("A table of texts as CSV, JSON lines or XLSX, read once.")
    settings_type: type[FileSettings] = FileSettings
    is_polled = False
    most_tags = MOST_TAGS

    def requests(self, settings: FileSettings, memory: Memory, at: datetime) -> list[Wanted]:
        """Nothing is asked for: the file is handed in."""
        return []

    def read(self, answer: Answer, settings: FileSettings, memory: Memory, at: datetime) -> Reading:
        """Read the rows; each one that cannot be read is refused with its number and reason."""
        heads, rows = rows_of(answer.body, answer.headers, answer.final_url)
        columns = meanings(heads, settings)
        if "title" not in columns and "text" not in columns:
            raise NotReadable("no_title_column", columns=", ".join(heads)[:200])
        refused: list[Refused] = []
        entries = _entries(rows, columns, refused)
        # A list first: the refusals of rows are complete only when all rows were looked at.
        reading = gather(list(entries), Context(at), memory, most=MOST_ROWS)
        return Reading(
            reading.outcome,
            reading.items,
            (*refused, *reading.refused),
            reading.memory,
            reading.notes,
        )


def _entries(rows: Iterator[Row], columns: dict[str, int], refused: list[Refused]) -> Iterator[Entry]:
    for number, row in enumerate(rows, start=2):
        if number - 1 > MOST_ROWS:
            refused.append(Refused("over_the_cap", {"most": MOST_ROWS}))
            return
        if not any(str(cell).strip() for cell in row):
            continue
        entry = entry_of(row, columns)
        if isinstance(entry, Refused):
            refused.append(Refused(entry.code, entry.details, part=str(number)))
            continue
        yield entry


def entry_from_record(record: Mapping[str, Any]) -> Entry | None:
    """Make an entry of one object with the words of WORDS as its names; None when it holds nothing."""
    heads = [str(name) for name in record]
    row = [flat(value) for value in record.values()]
    entry = entry_of(row, meanings(heads, FileSettings()))
    return None if isinstance(entry, Refused) else entry


FILE = File()
