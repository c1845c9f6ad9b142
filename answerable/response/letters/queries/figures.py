"""How letters were answered, with the numbers they are shares of: in time, judged, and found answered stay apart."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q

from answerable.kernel.actor import Actor
from answerable.response.letters.models import Inquiry, Letter, Mailbox
from answerable.response.letters.queries.door import CONTACT, letters_of
from answerable.response.letters.rules.states import OWED, End, InquiryState, Judgement

#: Below so many no share is given: one case of four minutes makes nobody the best (mysociety/fixmystreet#1957).
LEAST = 10
#: Letters whose middle time is worked out.
MOST_TIMES = 20_000


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @property
    def percent(self) -> float | None:
        """The share in per cent; None where there are too few to say."""
        return 100 * self.count / self.of if self.of >= LEAST else None


@dataclass(frozen=True, slots=True)
class Figures:
    """Letters that came in within a period, and what became of them by now."""

    received: int
    set_aside: int
    not_ours: int
    still_owed: int
    #: Of those answered under a limit.
    on_time: Share
    #: Of all that were ours to answer.
    answered: Share
    #: Of those answered: how many askers judged at all.
    judged: Share
    #: Of those judged.
    found_answered: Share
    found_partly: Share
    found_not: Share
    reopened: Share
    #: Days from receipt to answer in the middle of all that were answered; None where none was.
    middle_days: float | None


def figures(begin: datetime, end: datetime, *, unit: int | None = None) -> Figures:
    """Count the letters that came in from `begin` on and before `end`, of a unit where named; for site and reports."""
    rows = Letter.objects.filter(received_at__gte=begin, received_at__lt=end)
    return _figures(rows if unit is None else rows.filter(unit=unit))


def figures_for(actor: Actor, begin: datetime, end: datetime) -> Figures:
    """Count the letters within an actor's reach."""
    return _figures(letters_of(actor).filter(received_at__gte=begin, received_at__lt=end))


def _figures(rows: Any) -> Figures:
    aside = Q(end__in=(End.AUTOMATIC, End.EMPTY, End.DUPLICATE, End.WITHDRAWN))
    answered = Q(answered_at__isnull=False)
    judged = answered & Q(judged_at__isnull=False, judged_at__gte=F("answered_at"))
    found = rows.aggregate(
        received=Count("pk"),
        aside=Count("pk", filter=aside),
        not_ours=Count("pk", filter=Q(end=End.NOT_OURS)),
        owed=Count("pk", filter=Q(state__in=OWED)),
        limited=Count("pk", filter=answered & Q(was_on_time__isnull=False)),
        on_time=Count("pk", filter=answered & Q(was_on_time=True)),
        answered=Count("pk", filter=answered),
        judged=Count("pk", filter=judged),
        reopened=Count("pk", filter=Q(reopened_at__isnull=False)),
        **{word.value + "_found": Count("pk", filter=judged & Q(judgement=word)) for word in Judgement},
    )
    ours = found["received"] - found["aside"] - found["not_ours"]
    return Figures(
        received=found["received"],
        set_aside=found["aside"],
        not_ours=found["not_ours"],
        still_owed=found["owed"],
        on_time=Share(found["on_time"], found["limited"]),
        answered=Share(found["answered"], ours),
        judged=Share(found["judged"], found["answered"]),
        found_answered=Share(found["answered_found"], found["judged"]),
        found_partly=Share(found["partly_found"], found["judged"]),
        found_not=Share(found["not_found"], found["judged"]),
        reopened=Share(found["reopened"], ours),
        middle_days=_middle_days(rows.filter(answered)),
    )


def _middle_days(rows: Any) -> float | None:
    spans: list[float] = sorted(
        (answered - received).total_seconds() / 86_400
        for received, answered in rows.values_list("received_at", "answered_at")[:MOST_TIMES]
    )
    if not spans:
        return None
    middle = len(spans) // 2
    return spans[middle] if len(spans) % 2 else (spans[middle - 1] + spans[middle]) / 2


@dataclass(frozen=True, slots=True)
class InquiryFigures:
    """Questions of the press within a period."""

    received: int
    answered: int
    declined: int
    in_time: Share


def inquiry_figures(begin: datetime, end: datetime) -> InquiryFigures:
    """Count the questions of the press that came in from `begin` on and before `end`."""
    over = Q(state__in=(InquiryState.ANSWERED, InquiryState.DECLINED))
    found = Inquiry.objects.filter(received_at__gte=begin, received_at__lt=end).aggregate(
        received=Count("pk"),
        answered=Count("pk", filter=Q(state=InquiryState.ANSWERED)),
        declined=Count("pk", filter=Q(state=InquiryState.DECLINED)),
        over=Count("pk", filter=over),
        in_time=Count("pk", filter=over & Q(ended_at__lte=F("wanted_at"))),
    )
    return InquiryFigures(
        found["received"], found["answered"], found["declined"], Share(found["in_time"], found["over"])
    )


@dataclass(frozen=True, slots=True)
class MailboxRow:
    """How the mailbox for letters stands, without its password."""

    host: str
    port: int
    sealing: str
    user: str
    folder: str
    is_on: bool
    has_password: bool
    read_at: datetime | None
    failed_since: datetime | None
    reason: str
    left_for_size: int
    unreadable: int
    automatic: int


def mailbox(actor: Actor) -> MailboxRow | None:
    """Give how the mailbox stands; None before one was set up."""
    actor.need(CONTACT)
    row = Mailbox.objects.filter(pk=1).first()
    if row is None:
        return None
    return MailboxRow(
        row.host,
        row.port,
        row.sealing,
        row.user,
        row.folder,
        row.is_on,
        bool(row.sealed_password),
        row.read_at,
        row.failed_since,
        row.reason,
        row.left_for_size,
        row.unreadable,
        row.automatic,
    )
