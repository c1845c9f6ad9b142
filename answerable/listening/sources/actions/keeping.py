"""Keeping sources: add, edit, pause, resume, stop, and the answer to a site that moved away."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.egress.errors import BadAddress
from answerable.egress.urls import read_url
from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.sealing import seal
from answerable.kernel.trail.actions import record
from answerable.listening.sources.actions.gaps import open_gap
from answerable.listening.sources.events import PublicationsMerged, SourceDue
from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.kinds.personal_pages import personal_page
from answerable.listening.sources.models import Publication, Source
from answerable.listening.sources.queries.reasons import sentence
from answerable.listening.sources.rules.addresses import host_of, site_name
from answerable.listening.sources.rules.states import MOVES, Move, State

#: Adding, editing, pausing and stopping ask for this in the unit that owns the source.
KEEP = "sources.keep"
#: Kinds whose address is a web address.
ON_THE_WEB = frozenset({"feed", "json_feed", "sitemap", "news_sitemap", "page"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A source as a person describes it. `publication` is a name; an unknown one is taken in with it."""

    kind: str
    address: str
    owner_unit: int
    name: str = ""
    publication: str = ""
    language: str = ""
    region: str = ""
    fixed_interval: int | None = None
    retention_days: int = 365
    settings: dict[str, Any] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One draft of many that was not taken, and why."""

    address: str
    sentence: str


class AddressRefused(Anticipated):
    """The address can't become a source; the sentence says why."""


def add_source(draft: Draft, *, by: Actor, at: datetime) -> int:
    """Take in one source and let it be polled at once. Gives its id."""
    by.need(KEEP, unit=draft.owner_unit)
    draft = checked(draft)
    with transaction.atomic():
        if _same_address(draft.kind, draft.address).exists():
            raise AddressRefused(_("This address is read already."), _("Open that source and edit it."))
        return _add(draft, by=by, at=at)


def add_sources(
    drafts: list[Draft], *, by: Actor, at: datetime
) -> tuple[tuple[int, ...], tuple[Refusal, ...]]:
    """Take in many sources, each for itself: gives the ids of those taken and the reasons of the others."""
    added: list[int] = []
    refused: list[Refusal] = []
    for draft in drafts:
        try:
            added.append(add_source(draft, by=by, at=at))
        except Anticipated as error:
            refused.append(Refusal(draft.address, str(error.sentence)))
    return tuple(added), tuple(refused)


def edit_source(source: int, draft: Draft, *, by: Actor, at: datetime) -> None:
    """Change a source. A new address starts it afresh; a secret stays where none is given."""
    draft = checked(draft)
    by.need(KEEP, unit=draft.owner_unit)
    with transaction.atomic():
        row = locked(source, by)
        if draft.kind != row.kind:
            raise AddressRefused(
                _("The kind of a source cannot change."), _("Add another source of that kind.")
            )
        if _same_address(draft.kind, draft.address).exclude(pk=row.pk).exists():
            raise AddressRefused(_("This address is read already."), _("Open that source and edit it."))
        before = _told(row)
        if draft.address != row.address:
            _start_afresh(row, draft.address, at=at)
        _fill(row, draft)
        row.save()
        record("sources.edit", f"source:{row.pk}", by=by, at=at, before=before, after=_told(row))


def merge_publications(kept: int, merged: int, *, by: Actor, at: datetime) -> None:
    """Let the sources of one publication belong to another, and drop the emptied one."""
    by.need(KEEP)
    with transaction.atomic():
        names = dict(Publication.objects.filter(pk__in=[kept, merged]).values_list("pk", "name"))
        if len(names) != 2:
            raise NotFound(_("There are no two such publications."), _("Load the page again."))
        moved = Source.objects.filter(publication=merged).update(publication=kept)
        events.publish(PublicationsMerged(kept, merged, at))
        Publication.objects.filter(pk=merged).delete()
        record(
            "sources.merge_publications",
            f"publication:{kept}",
            by=by,
            at=at,
            kept=names[kept],
            merged=names[merged],
            sources=moved,
        )


def checked(draft: Draft) -> Draft:
    """Refuse what can't be a source; give the draft with its address and names made whole."""
    if draft.kind not in KINDS:
        raise AddressRefused(_("There is no such kind of source."), _("Choose one from the list."))
    address = draft.address.strip()
    if draft.kind in ON_THE_WEB:
        address = _web_address(address)
    name = draft.name.strip() or site_name(address) or address
    publication = draft.publication.strip() or site_name(address) or name
    return replace(draft, address=address, name=name[:200], publication=publication[:200])


def _web_address(address: str) -> str:
    site = personal_page(address)
    if site:
        raise AddressRefused(
            sentence("personal_page", {"site": site}),
            _("Add the site of a publication, or of the body itself."),
        )
    try:
        target = read_url(address)
    except BadAddress as error:
        raise AddressRefused(sentence(error.code, error.details), _("Check the address.")) from None
    return target.url


def _same_address(kind: str, address: str) -> Any:
    return Source.objects.filter(kind=kind, address=address).exclude(state=State.STOPPED).exclude(address="")


def _add(draft: Draft, *, by: Actor, at: datetime) -> int:
    polled = KINDS[draft.kind].is_polled
    row = Source(
        kind=draft.kind, address=draft.address, host=host_of(draft.address), created_at=at, state_since=at
    )
    row.next_poll_at = at if polled else None
    _fill(row, draft)
    row.save()
    if polled:
        open_gap(row, at, "new_source")
        events.publish(SourceDue(row.pk))
    record("sources.add", f"source:{row.pk}", by=by, at=at, **_told(row))
    return row.pk


def _fill(row: Source, draft: Draft) -> None:
    publication, _new = Publication.objects.get_or_create(
        name=draft.publication, defaults={"region": draft.region}
    )
    row.name, row.publication, row.owner_unit_id = draft.name, publication, draft.owner_unit
    row.language, row.region = draft.language, draft.region
    row.fixed_interval, row.retention_days = draft.fixed_interval, draft.retention_days
    row.settings = {name: value for name, value in draft.settings.items() if name != "address"}
    row.secrets = {**row.secrets, **{name: seal(value) for name, value in draft.secrets.items() if value}}


def _start_afresh(row: Source, address: str, *, at: datetime) -> None:
    """Forget what was learnt at the old address. What is paused stays paused."""
    row.state, row.state_since = MOVES.after(State(row.state), Move.EDIT_ADDRESS), at
    row.address, row.host, row.moved_to, row.memory = address, host_of(address), "", {}
    row.failures_in_row = row.empties_in_row = 0
    row.last_reason, row.last_outcome, row.last_details = "", "", {}
    row.next_poll_at = at if KINDS[row.kind].is_polled and row.state == State.ACTIVE else None
    row.leased_until, row.lease = None, ""


def locked(source: int, by: Actor) -> Source:
    """Load a source for writing, if this actor keeps it."""
    row = Source.objects.select_for_update().filter(pk=source).first()
    if row is None:
        raise NotFound(_("There is no such source."), _("Look for it in the list of sources."))
    by.need(KEEP, unit=row.owner_unit_id)
    return row


def _told(row: Source) -> dict[str, Any]:
    """Say in the trail what a source is; never its secrets."""
    return {
        "name": row.name,
        "kind": row.kind,
        "address": row.address,
        "publication": row.publication.name,
        "owner_unit": row.owner_unit_id,
        "language": row.language,
        "region": row.region,
        "fixed_interval": row.fixed_interval,
        "retention_days": row.retention_days,
        "settings": row.settings,
    }


def draft_of(row: Source) -> Draft:
    """Give a stored source as a draft, without its secrets: what the edit form starts from."""
    return Draft(
        kind=row.kind,
        address=row.address,
        owner_unit=row.owner_unit_id,
        name=row.name,
        publication=row.publication.name,
        language=row.language,
        region=row.region,
        fixed_interval=row.fixed_interval,
        retention_days=row.retention_days,
        settings=row.settings,
    )
