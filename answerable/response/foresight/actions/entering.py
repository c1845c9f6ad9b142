"""Entering a release, and saying what it is."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.office.people import queries as people
from answerable.response.answers.queries import speaker
from answerable.response.foresight.actions import timing
from answerable.response.foresight.actions.sealing import rewriting, seal
from answerable.response.foresight.actions.words import kept
from answerable.response.foresight.models import Part, Release
from answerable.response.foresight.queries.door import WORK
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.queries.outlets import live_channels
from answerable.response.foresight.rules.states import Kind
from answerable.response.foresight.rules.wording import HEADINGS

#: Terms of one watch: each is counted every few minutes.
MOST_TERMS = 5
#: A term as it is kept beside what it found.
TERM_LENGTH = 100
#: Longest watch: a quarter.
MOST_DAYS = 92


@dataclass(frozen=True, slots=True)
class Entry:
    """What will be announced, when, by which unit. `parts` go out one by one, each with its own time."""

    title: str
    kind: str
    summary: str
    planned_at: datetime
    unit: int | None = None
    language: str = "zh"
    parts: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class Going:
    """How it goes out: who speaks for it, on which channels, and what is listened for afterwards, for how long."""

    spokesperson_post: int | None
    channels: tuple[int, ...]
    terms: tuple[str, ...]
    watch_days: int = 7


def enter(entry: Entry, *, personal: str = "", by: Actor, at: datetime) -> int:
    """Enter what is to be announced, before it is; gives its number."""
    unit = entry.unit or people.home_unit(by)
    by.need(WORK, unit=unit)
    if unit is None:
        raise Anticipated(_("A release needs a unit that answers for it."), _("Choose the unit."))
    said = _checked(entry, personal, at=at)
    with transaction.atomic():
        row = Release.objects.create(
            title=said.title[:200],
            kind=said.kind,
            summary=said.summary,
            language=said.language,
            unit_id=unit,
            planned_at=min((moment for _title, moment in said.parts), default=said.planned_at),
            editors=[by.person] if by.person else [],
            entered_at=at,
            entered_by=by.name,
        )
        parts = said.parts or ((HEADINGS[said.language]["whole"], said.planned_at),)
        for number, (title, moment) in enumerate(parts, start=1):
            Part.objects.create(release=row, number=number, title=title[:200], planned_at=moment)
        seal(row)
        row.save(update_fields=["text_hash", "level"])
        record(
            "foresight.enter", subject_of(row.pk), by=by, at=at, title=row.title, planned_at=row.planned_at
        )
        timing.start_before(row, by=by, at=at)
    return row.pk


def _checked(entry: Entry, personal: str, *, at: datetime) -> Entry:
    said = kept(entry, personal)
    if not said.title or not said.summary:
        raise Anticipated(_("Say what will be announced, in a title and a few sentences."))
    if said.kind not in set(Kind) or said.language not in HEADINGS:
        raise Anticipated(_("Choose what it is, and its language."))
    if any(moment <= at for moment in (said.planned_at, *(moment for _title, moment in said.parts))):
        raise Anticipated(
            _("The planned time has passed."), _("Foresight looks at what has not been announced yet.")
        )
    return said


def describe(release: int, entry: Entry, *, personal: str = "", by: Actor, at: datetime) -> None:
    """Say anew what will be announced. Dates have their own way: a postponement with its reason."""
    said = kept(entry, personal)
    if not said.title or not said.summary:
        raise Anticipated(_("Say what will be announced, in a title and a few sentences."))
    with rewriting(release, "heading", by=by, at=at) as row:
        Release.objects.filter(pk=row.pk).update(title=said.title[:200], summary=said.summary)
        record("foresight.describe", subject_of(row.pk), by=by, at=at, title=said.title)


def arrange(release: int, going: Going, *, by: Actor, at: datetime) -> None:
    """Say who speaks for it, where it goes out, and what is listened for afterwards."""
    terms = tuple(dict.fromkeys(term.strip()[:TERM_LENGTH] for term in going.terms if term.strip()))
    if len(terms) > MOST_TERMS:
        raise Anticipated(_("Five terms at most."), _("Keep those that say most."))
    if not 1 <= going.watch_days <= MOST_DAYS:
        raise Anticipated(_("Listen for one day at least and a quarter at most."))
    speaks = speaker(going.spokesperson_post, at=at)
    if going.spokesperson_post is not None and speaks is None:
        raise Anticipated(_("Nobody speaks in this post today."), _("Choose a spokesperson or the head."))
    known = live_channels()
    with rewriting(release, "going", by=by, at=at) as row:
        before = {int(one["id"]): str(one["name"]) for one in row.channels}
        chosen = [
            {"id": number, "name": (known | before)[number]}
            for number in dict.fromkeys(going.channels)
            if number in known | before
        ]
        Release.objects.filter(pk=row.pk).update(
            spokesperson_post_id=going.spokesperson_post,
            spokesperson_title=speaks.title if speaks else "",
            channels=chosen,
            terms=list(terms),
            watch_days=going.watch_days,
        )
        record(
            "foresight.arrange",
            subject_of(row.pk),
            by=by,
            at=at,
            post=going.spokesperson_post,
            channels=chosen,
            terms=terms,
            days=going.watch_days,
        )
