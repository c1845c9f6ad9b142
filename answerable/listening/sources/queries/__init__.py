"""Reading sources and items: for this room's pages and for the rooms above."""

from answerable.listening.sources.queries.arrivals import ArrivedItem, arrivals, waiting_arrivals
from answerable.listening.sources.queries.exposure import ExposureHour, exposure
from answerable.listening.sources.queries.health import Illness, SourcePage, ill_sources, source_page
from answerable.listening.sources.queries.items import (
    ItemRow,
    VersionRow,
    item_for,
    item_history,
    items,
    matching,
)
from answerable.listening.sources.queries.reasons import sentence
from answerable.listening.sources.queries.table import Choices, SourceRow, Table, Wish, choices, table

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
    "arrivals",
    "choices",
    "exposure",
    "ill_sources",
    "item_for",
    "item_history",
    "items",
    "matching",
    "sentence",
    "source_page",
    "table",
    "waiting_arrivals",
]
