"""Keeping a paper as it stood: nothing that was ever written in it is lost."""

from datetime import datetime

from answerable.kernel.actor import Actor
from answerable.reports.models import Edition, Paper


def keep_edition(row: Paper, why: str, *, by: Actor, at: datetime) -> int:
    """Keep the passages as they stand now; gives the number of the edition. The paper is locked by the caller."""
    fields = ("key", "heading", "machine", "own", "gone")
    last = Edition.objects.filter(paper=row).order_by("-number").values_list("number", flat=True).first()
    number = (last or 0) + 1
    Edition.objects.create(
        paper=row,
        number=number,
        why=why,
        by_name=by.name,
        at=at,
        passages=list(row.passages.order_by("place", "pk").values(*fields)),
    )
    return number
