"""Reading sources and items: for this room's pages and for the rooms above."""

from answerable.listening.sources.queries.arrivals import ArrivedItem, arrivals, waiting_arrivals
from answerable.listening.sources.queries.exposure import ExposureHour, exposure
from answerable.listening.sources.queries.health import (
    Illness,
    SourcePage,
    how_many_asked,
    ill_sources,
    ill_sources_asked,
    source_page,
)
from answerable.listening.sources.queries.intake import door, import_page, imports_of, lookup_page
from answerable.listening.sources.queries.items import (
    ItemRow,
    VersionRow,
    item_for,
    item_history,
    items,
    matching,
)
from answerable.listening.sources.queries.publications import publications_named, publications_page
from answerable.listening.sources.queries.reasons import sentence
from answerable.listening.sources.queries.table import (
    Choices,
    SourceRow,
    Table,
    Wish,
    all_rows,
    choices,
    table,
)

__all__ = [
    "ArrivedItem",
    "Choices",
    "ExposureHour",
    "Illness",
    "ItemRow",
    "SourcePage",
    "SourceRow",
    "Table",
    "VersionRow",
    "Wish",
    "all_rows",
    "arrivals",
    "choices",
    "door",
    "exposure",
    "how_many_asked",
    "ill_sources",
    "ill_sources_asked",
    "import_page",
    "imports_of",
    "item_for",
    "item_history",
    "items",
    "lookup_page",
    "matching",
    "publications_named",
    "publications_page",
    "sentence",
    "source_page",
    "table",
    "waiting_arrivals",
]
