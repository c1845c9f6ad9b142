"""The daily look at our own past: how alike strangers are here, so that the stated false-merge rate stays true."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import F

from answerable.listening.sources import queries as sources
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.models import Placement
from answerable.listening.stories.rules.steps import LEAD, of_nulls
from storystream.evaluate.null import nulls_of
from storystream.items import Item

#: Items looked at, spread evenly over all that is kept: enough for every bracket of two languages (3 CPU seconds).
LOOKED_AT = 20_000
#: Items read from the database at once.
AT_ONCE = 500


def calibrate(*, lease: str, at: datetime) -> tuple[str, ...]:
    """Set the bars by what strangers of our own past score now; says for which languages and lengths of text.

    Call it with the lease. What it learnt is a step of the stream, so a worker that starts anew has the same bars.
    Where too little is kept, or too short a time, the bars stay as they were. Raises Moved when the lease was lost.
    """
    kept = keeping.stream_now()
    nulls = nulls_of(_past(), kept.stream)
    if not nulls:
        return ()
    step = of_nulls(nulls)
    keeping.give_step(kept, step)
    with transaction.atomic():
        keeping.write_step(kept, step, lease=lease, at=at)
    keeping.remember(kept)
    return tuple(sorted(nulls))


def _past() -> Iterator[Item]:
    """First texts of matters and not their copies, spread evenly over all that is kept."""
    rows = Placement.objects.filter(fold_of=None)
    every = max(rows.count() // LOOKED_AT, 1)
    chosen = rows.annotate(turn=F("pk") % every).filter(turn=0).order_by("pk")
    times = dict(chosen.values_list("pk", "at"))
    ids = list(times)
    for start in range(0, len(ids), AT_ONCE):
        for pk, row in sorted(sources.items(ids[start : start + AT_ONCE]).items()):
            if row.title or row.text:
                yield Item(str(pk), row.title, row.text[:LEAD], times[pk], row.publication_name, row.language)
