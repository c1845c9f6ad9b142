"""What an asker sees on the page that their code opens."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from answerable.kernel.errors import NotFound
from answerable.office.clocks import queries as clocks
from answerable.response.letters.models import Letter
from answerable.response.letters.queries.listing import next_clock
from answerable.response.letters.rules.clockwork import REOPEN_DAYS, days, letter_subject
from answerable.response.letters.rules.references import code_hash
from answerable.response.letters.rules.states import OWED, SEEN_BY_ASKER, State, StepKind


@dataclass(frozen=True, slots=True)
class SeenStep:
    """One line of the history as the asker sees it: no names of staff."""

    kind: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The follow-up page."""

    reference: str
    title: str
    text: str
    state: str
    end: str
    language: str
    received_at: datetime
    due: datetime | None
    is_paused: bool
    steps: tuple[SeenStep, ...]
    question: str
    answer: str
    judgement: str
    may_clarify: bool
    may_judge: bool
    reopen_until: datetime | None


def letter_by_code(code: str) -> Letter:
    """Find the letter that a code opens; a wrong code says no more than a deleted one."""
    row = Letter.objects.select_related("unit", "reply").filter(code_hash=code_hash(code)).first()
    if row is None:
        raise NotFound(
            _("No letter is kept under this code."),
            _("Look at each sign of the code. Some time after a letter is closed its page is deleted."),
        )
    return row


def follow_up(code: str, *, at: datetime) -> FollowUp:
    """Give the page of the letter that a code opens."""
    row = letter_by_code(code)
    steps = [step for step in row.steps.all() if step.kind in SEEN_BY_ASKER]
    clock = next_clock(clocks.clocks_of(letter_subject(row.pk), at=at)) if row.state in OWED else None
    answered = row.state in (State.ANSWERED, State.CLOSED)
    return FollowUp(
        reference=row.reference,
        title=row.title,
        text=row.text,
        state=row.state,
        end=row.end,
        language=row.language,
        received_at=row.received_at,
        due=clock.due if clock else None,
        is_paused=clock is not None and clock.state == "paused",
        steps=tuple(SeenStep(step.kind, step.at, _shown(step.kind, step.text)) for step in steps),
        question=_last(steps, StepKind.ASKED) if row.state == State.CLARIFYING else "",
        answer=_last(steps, StepKind.ANSWERED) if answered else "",
        judgement=row.judgement,
        may_clarify=row.state in OWED,
        may_judge=row.state == State.ANSWERED,
        reopen_until=_reopen_until(row, at=at),
    )


def _shown(kind: str, text: str) -> str:
    """Give the words of a step: the note beside a forwarding is for the unit, only its name is for the asker."""
    return text.partition(": ")[0] if kind == StepKind.FORWARDED else text


def _last(steps: list, kind: StepKind) -> str:  # type: ignore[type-arg]
    return next((step.text for step in reversed(steps) if step.kind == kind), "")


def _reopen_until(row: Letter, *, at: datetime) -> datetime | None:
    if row.state != State.ANSWERED or row.reopened_at is not None or row.answered_at is None:
        return None
    until = row.answered_at + days(int(clocks.parameter("letters_reopen_days", REOPEN_DAYS)))
    return until if at < until else None


def arrived_lately(way: str, *, since: datetime) -> int:
    """Count letters that came in one way since a moment, by nobody's address."""
    return Letter.objects.filter(way=way, registered_at__gt=since).count()
