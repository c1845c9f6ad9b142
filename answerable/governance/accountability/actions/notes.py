"""What every action of the room needs: the row under lock, a new paper, a term, a notice that says nothing."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from answerable.governance.accountability.models import File, Paper, Seat
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.states import MOVES, Move, State
from answerable.governance.accountability.rules.terms import TERMS, Stage, limit_of
from answerable.governance.accountability.telling import Words
from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.clocks import actions as clocks
from answerable.office.clocks import queries as clock_queries
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told

#: Under this kind people find our notices and say how they want them.
KIND = "file"
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Written:
    """A paper to be added: what it is and what it says."""

    kind: str
    text: str
    spoken: bool = False
    measure: Measure | None = None


def subject_of(file: int) -> str:
    """Give the name under which clocks and the trail know a file."""
    return f"file:{file}"


def link_of(file: int) -> str:
    """Give the address of a file in the house."""
    return f"/govern/accountability/{file}/"


def locked(file: int) -> File:
    """Give a file that nobody else can change until the transaction ends."""
    row = File.objects.select_for_update().filter(pk=file, erased_at=None).first()
    if row is None:
        raise NotFound(
            pgettext("file", "There is no such file."), _("Go back to the files that you may see.")
        )
    return row


def said(text: str) -> str:
    """Give a text that says something, or refuse an empty one."""
    if not text.strip():
        raise Anticipated(_("Nothing is written there yet."), _("Write it, in your own words."))
    return text.strip()[:LONGEST]


def moved(row: File, move: Move, *, at: datetime, **changes: object) -> State:
    """Make one move of a file, or say that it is no longer possible."""
    end = MOVES.make(File.objects.filter(pk=row.pk), State(row.state), move, state_since=at, **changes)
    row.refresh_from_db()
    return end


def noted(row: File, act: str, *, by: Actor, at: datetime, **payload: Any) -> None:
    """Write one act into the trail: hashes and numbers, never what somebody said."""
    record(f"accountability.{act}", subject_of(row.pk), by=by, at=at, **payload)


def add_paper(row: File, written: Written, *, by: Actor, at: datetime) -> Paper:
    """Put a paper into a file; it is numbered and never changed again."""
    number = Paper.objects.filter(file=row).count() + 1
    text = said(written.text)
    return Paper.objects.create(
        file=row,
        number=number,
        kind=written.kind,
        text=text,
        spoken=written.spoken,
        by_id=by.person,
        by_name=by.name,
        at=at,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        measure=written.measure,
    )


def notice_key(paper: Paper) -> str:
    """Give the key under which the delivery of a paper can be proven."""
    return f"file:{paper.file_id}:{paper.number}"


def start_term(row: File, stage: Stage, person: int | None, *, by: Actor, at: datetime) -> None:
    """Start the clock of a step: the plan's rule packs say how long, and only this person sees it run."""
    figure = clock_queries.parameter(TERMS[stage].parameter, None)
    wanted = clocks.Start(
        subject_of(row.pk),
        _title("en"),
        link_of(row.pk),
        stage,
        since=at,
        limit=limit_of(stage, figure),
        person=person,
        title_zh=_title("zh-hans"),
    )
    clocks.start(wanted, by=by, at=at)


def _title(language: str) -> str:
    with translation.override(language):
        return str(_("A paper of yours"))


def due_of(row: File, stage: Stage, *, at: datetime) -> datetime | None:
    """Say when a step ends; None while its time has not begun."""
    found = [one for one in clock_queries.clocks_of(subject_of(row.pk), at=at) if one.stage == stage]
    return max((one.due for one in found), default=None)


def tell(words: Words, to: Iterable[int | None], *, key: str, file: int, at: datetime) -> None:
    """Tell people in both languages that there is something to read; what it is stays in the file."""
    texts = []
    for language in ("en", "zh-hans"):
        with translation.override(language):
            texts.append(words())
    subjects, bodies = zip(*texts, strict=True)
    news = News(KIND, Told(*subjects), Told(*bodies), link_of(file), key)
    notify(news, to=[person for person in to if person is not None], by=MACHINE, at=at)


def active(row: File, role: str) -> list[Seat]:
    """List the seats of a role whose people have not stepped aside."""
    return list(Seat.objects.filter(file=row, role=role, aside_at=None).order_by("pk"))
