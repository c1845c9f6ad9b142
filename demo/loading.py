"""Replays two weeks of the town's news through the application's own actions, as if they had just happened."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from demo.news import Piece
from demo.press import moments

HOUR, COARSE = timedelta(hours=1), timedelta(hours=6)
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """One hour of the town: what was published or edited in it, by source. `at` is its end."""

    at: datetime
    by_source: dict[str, list[tuple[Piece, bool]]]


def hours(pieces: Iterable[Piece], until: datetime, *, coarse_before: datetime | None = None) -> list[Moment]:
    """Cut the news into hours; an edit stands in its own hour with the flag set. What is later than `until` is left out.

    Before `coarse_before` a moment is six hours long, because nobody watches the old days closely.
    """
    cut: dict[datetime, dict[str, list[tuple[Piece, bool]]]] = {}
    for at, piece in moments(pieces):
        if at > until:
            continue
        step = COARSE if coarse_before is not None and at < coarse_before else HOUR
        hour = at.replace(minute=0, second=0, microsecond=0)
        end = min(hour - (hour - EPOCH) % step + step, until)
        cut.setdefault(end, {}).setdefault(piece.source, []).append((piece, at != piece.at))
    return [Moment(at, cut[at]) for at in sorted(cut)]


def replay(
    news: Iterable[Moment],
    store: Callable[[str, list[tuple[Piece, bool]], datetime], None],
    after: Callable[[datetime], None],
) -> int:
    """Hand every hour to `store`, source by source, and then call `after` with the hour's end. Gives the pieces."""
    count = 0
    for moment in news:
        for slug, rows in moment.by_source.items():
            store(slug, rows, moment.at)
            count += len(rows)
        after(moment.at)
    return count
