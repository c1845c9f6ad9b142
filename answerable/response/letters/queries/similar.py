"""Letters that say the same: offered to a person beside the letter."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from answerable.kernel.actor import Actor
from answerable.response.letters.models import Letter, Mark
from answerable.response.letters.queries.door import letters_of
from answerable.response.letters.rules.sameness import PLACES, is_same

#: Letters of the last half year are compared: what was asked then has had its answer.
WITHIN = timedelta(days=183)
SHOWN = 10


@dataclass(frozen=True, slots=True)
class SameRow:
    """A letter that says the same, and how much of the text is the same by estimate."""

    id: int
    reference: str
    title: str
    state: str
    case: int | None
    reply: int | None
    received_at: datetime
    share: float
    chosen: bool


def same_as(actor: Actor, letter: Letter) -> tuple[SameRow, ...]:
    """Give letters within the actor's reach that say what this one says, the likest first."""
    since = letter.received_at - WITHIN
    own = letter.marks.values("value")
    near = Mark.objects.filter(value__in=own, letter__received_at__gte=since).exclude(letter=letter)
    counts = Counter(near.values_list("letter", flat=True)[:20_000])
    likest = [(pk, equal) for pk, equal in counts.most_common(SHOWN * 2) if is_same(equal)]
    rows = letters_of(actor).in_bulk([pk for pk, _equal in likest])
    found = [(rows[pk], equal) for pk, equal in likest if pk in rows]
    return tuple(_row(row, equal / PLACES, letter) for row, equal in found[:SHOWN])


def _row(row: Letter, share: float, letter: Letter) -> SameRow:
    chosen = row.pk == letter.same_as_id or row.same_as_id == letter.pk
    return SameRow(
        row.pk, row.reference, row.title, row.state, row.case, row.reply_id, row.received_at, share, chosen
    )
