"""Signals for other programs: read only, with a token."""

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema
from pydantic import AfterValidator, Field

from answerable.listening.signals import queries
from answerable.listening.signals.queries import SignalRow
from answerable.listening.signals.words import told_of
from answerable.listening.stories.rules.hours import in_utc

#: A time as programs write it, in UTC from here on.
Moment = Annotated[datetime, AfterValidator(in_utc)]
router = Router(tags=["signals"])
#: The largest id that both databases can hold.
MOST = 2**63 - 1


class SignalOut(Schema):
    """One signal: what was seen in its window, what was expected, how rarely chance does that.

    `told` says it in words of the asked language. `story` or `watch` is what was counted.
    """

    id: int
    title: str
    told: str
    story: int | None
    watch: int | None
    from_at: datetime
    until_at: datetime
    hours: int
    seen: int
    expected: float
    p: float
    once_in_days: float
    per_100_series_days: float
    most_seen: int
    raised_at: datetime
    over_at: datetime | None
    state: str
    reason: str


class EvidenceOut(Schema):
    """One item that a signal rests on, and the story in which it lies now."""

    item: int
    title: str
    link: str
    publication: str
    first_seen_at: datetime
    story: int | None


class SignalWithEvidenceOut(SignalOut):
    """One signal with its evidence."""

    evidence: list[EvidenceOut]


class SignalsOut(Schema):
    """A page of signals, the newest first; `next` is the `before` of the page that follows, or null."""

    signals: list[SignalOut]
    next: int | None


class SignalsIn(Schema):
    """What is asked for. `state`: "open" (waiting for somebody), "all", or one state."""

    state: str = Field("all", pattern="^(open|all|new|acknowledged|dismissed|taken|ended)$")
    since: Moment | None = None
    before: int | None = Field(None, ge=1, le=MOST)
    limit: int = Field(50, ge=1, le=200)


@router.get("/signals", response=SignalsOut, summary=_("Signals, the newest first"))
def list_signals(request: HttpRequest, asked: Query[SignalsIn]) -> SignalsOut:
    """Signals of stories, and of the watches that the token's account may see."""
    rows = queries.newest(
        request.actor,  # type: ignore[attr-defined]
        since=asked.since,
        state=asked.state,
        before=asked.before,
        limit=asked.limit + 1,
    )
    shown = rows[: asked.limit]
    more = len(rows) > len(shown)
    return SignalsOut(signals=[_told(row) for row in shown], next=shown[-1].id if more else None)


@router.get("/signals/{signal}", response=SignalWithEvidenceOut, summary=_("One signal with its evidence"))
def one_signal(request: HttpRequest, signal: int) -> SignalWithEvidenceOut:
    """One signal by its id."""
    page = queries.signal_page(request.actor, min(signal, MOST))  # type: ignore[attr-defined]
    evidence = [
        EvidenceOut(
            item=found.item.id,
            title=found.item.title,
            link=found.item.link,
            publication=found.item.publication_name,
            first_seen_at=found.item.first_seen_at,
            story=found.story,
        )
        for found in page.evidence
    ]
    return SignalWithEvidenceOut(**_told(page.signal).dict(), evidence=evidence)


def _told(row: SignalRow) -> SignalOut:
    figures = {name: getattr(row, name) for name in SignalOut.model_fields if name != "told"}
    return SignalOut(told=told_of(row), **figures)
