"""Imports, look-ups and webhooks: what their pages and their jobs read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.sealing import unseal
from answerable.listening.sources.models import FileImport, Lookup, Source
from answerable.listening.sources.queries.items import READ
from answerable.listening.sources.queries.reasons import sentence
from answerable.listening.sources.rules.opml import Outline
from answerable.listening.sources.rules.states import State

KEEP = "sources.keep"


@dataclass(frozen=True, slots=True)
class ImportContent:
    """A file as the job reads it."""

    content: bytes
    file_name: str
    state: str
    settings: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ImportPage:
    """One import as its page shows it: the first rows and every refused one."""

    id: int
    source: int
    source_name: str
    file_name: str
    state: str
    handed_in_at: datetime
    rows: int
    new: int
    known: int
    preview: tuple[dict[str, str], ...]
    refused: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LookupAnswer:
    """What one address offers: candidates, or the reason why not."""

    place: int
    address: str
    state: str
    candidates: tuple[dict[str, str], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class LookupPage:
    """A look-up under way or done."""

    id: int
    state: str
    answers: tuple[LookupAnswer, ...]

    @property
    def waiting(self) -> int:
        """How many addresses have no answer yet."""
        return sum(answer.state == "waiting" for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Door:
    """A webhook's address and the secrets that open it."""

    source: int
    settings: dict[str, Any]


def import_content(handed_in: int) -> ImportContent | None:
    """Give a file that waits for its job; None when there is nothing to do."""
    row = (
        FileImport.objects.select_related("source")
        .filter(pk=handed_in, state__in=["waiting", "taking"])
        .first()
    )
    if row is None:
        return None
    return ImportContent(bytes(row.content), row.file_name, row.state, row.source.settings)


def import_page(actor: Actor, handed_in: int) -> ImportPage:
    """Give one import to somebody who keeps its source."""
    row = FileImport.objects.select_related("source").filter(pk=handed_in).first()
    if row is None:
        raise NotFound(_("There is no such import."), _("Hand the file in again."))
    actor.need(KEEP, unit=row.source.owner_unit_id)
    refused = tuple((part["row"], sentence(part["code"], part["details"])) for part in row.refused)
    return ImportPage(
        id=row.pk,
        source=row.source_id,
        source_name=row.source.name,
        file_name=row.file_name,
        state=row.state,
        handed_in_at=row.handed_in_at,
        rows=row.rows,
        new=row.new,
        known=row.known,
        preview=tuple(row.preview),
        refused=refused,
    )


def imports_of(source: int, limit: int = 10) -> tuple[tuple[int, str, str, datetime], ...]:
    """List the latest files handed in to a source: id, name, state, when."""
    rows = FileImport.objects.filter(source=source).order_by("-pk")
    return tuple(rows.values_list("pk", "file_name", "state", "handed_in_at")[:limit])


def waiting_addresses(lookup: int) -> list[tuple[int, str]]:
    """List the addresses of a look-up that have no answer yet, with their places."""
    row = Lookup.objects.filter(pk=lookup).first()
    answers = row.answers if row else []
    return [
        (place, answer["address"]) for place, answer in enumerate(answers) if answer["state"] == "waiting"
    ]


def lookup_page(actor: Actor, lookup: int) -> LookupPage:
    """Give a look-up to the one who asked for it."""
    actor.need(KEEP)
    row = Lookup.objects.filter(pk=lookup, asked_by=actor.account).first()
    if row is None:
        raise NotFound(_("There is no such search."), _("Begin again with the address of the site."))
    answers = tuple(_lookup_answer(place, answer) for place, answer in enumerate(row.answers))
    return LookupPage(row.pk, row.state, answers)


def _lookup_answer(place: int, answer: dict[str, Any]) -> LookupAnswer:
    code = answer.get("code", "")
    return LookupAnswer(
        place=place,
        address=answer["address"],
        state=answer["state"],
        candidates=tuple(answer["candidates"]),
        reason=sentence(code, answer.get("details")) if code else "",
    )


def door(source: int) -> Door:
    """Give the secrets of a webhook that is open."""
    row = Source.objects.filter(pk=source, kind="webhook", state=State.ACTIVE).first()
    if row is None:
        raise NotFound(_("There is no such address."), _("Ask the office for the right one."))
    return Door(row.pk, {**row.settings, **{name: unseal(kept) for name, kept in row.secrets.items()}})


def source_to_edit(actor: Actor, source: int) -> Source:
    """Load a source for its form, if this actor keeps it."""
    row = Source.objects.select_related("publication").filter(pk=source).first()
    if row is None:
        raise NotFound(_("There is no such source."), _("Look for it in the list of sources."))
    actor.need(KEEP, unit=row.owner_unit_id)
    return row


def outlines(actor: Actor) -> tuple[Outline, ...]:
    """List the feeds that are read, for an OPML file."""
    actor.need(READ)
    rows = Source.objects.filter(kind__in=["feed", "json_feed"]).exclude(state=State.STOPPED)
    rows = rows.select_related("publication").order_by("publication__name", "name", "pk")
    return tuple(Outline(row.address, row.name, row.publication.name, row.language) for row in rows)
