"""Reading sources and items: for this room's pages and for the rooms above."""

from answerable.listening.sources.queries.arrivals import ArrivedItem, arrivals, waiting_arrivals
from answerable.listening.sources.queries.exposure import ExposureHour, exposure
from answerable.listening.sources.queries.items import (
    ItemRow,
    VersionRow,
    item_for,
    item_history,
    items,
    matching,
)

__all__ = [
    "ArrivedItem",
    "ExposureHour",
    "ItemRow",
    "VersionRow",
    "arrivals",
    "exposure",
    "item_for",
    "item_history",
    "items",
    "matching",
    "waiting_arrivals",
]
