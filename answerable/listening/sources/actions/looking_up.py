"""The search for a site's feeds: asked in a page, carried out by a job, shown in the page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.egress.errors import BadAddress
from answerable.egress.urls import read_url
from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.listening.sources.actions.keeping import KEEP
from answerable.listening.sources.events import LookupAsked
from answerable.listening.sources.kinds.personal_pages import personal_page
from answerable.listening.sources.models import Lookup, Source
from answerable.listening.sources.rules.opml import Outline
from answerable.listening.sources.rules.states import State

#: Addresses in one look-up: each is up to three calls of thirty seconds.
MOST_ADDRESSES = 200


def ask_lookup(addresses: Sequence[str], *, by: Actor, at: datetime) -> int:
    """Let sites be searched for feeds. Gives the id under which the page finds the answers."""
    by.need(KEEP)
    if not addresses:
        raise Anticipated(_("No address was given."), _("Write or paste at least one."))
    if len(addresses) > MOST_ADDRESSES:
        raise Anticipated(_("These are more than 200 addresses."), _("Paste them in parts."))
    with transaction.atomic():
        lookup = Lookup.objects.create(
            asked_at=at, asked_by=by.account, answers=[_asked(address) for address in addresses]
        )
        events.publish(LookupAsked(lookup.pk))
    return lookup.pk


def _asked(address: str) -> dict[str, Any]:
    """Write down one address; the page of a person is refused before anybody calls it."""
    site = personal_page(address)
    if site:
        return _refused(address, "personal_page", {"site": site})
    return {"address": address, "state": "waiting", "candidates": []}


def _refused(address: str, code: str, details: dict[str, Any]) -> dict[str, Any]:
    return {"address": address, "state": "refused", "candidates": [], "code": code, "details": details}


def note_found(lookup: int, place: int, candidates: Sequence[dict[str, str]]) -> None:
    """Write down what one address offers; nothing found is an answer too."""
    _answer(lookup, place, {"state": "found" if candidates else "nothing", "candidates": list(candidates)})


def note_refused(lookup: int, place: int, code: str, details: dict[str, Any]) -> None:
    """Write down why one address could not be looked at."""
    _answer(lookup, place, {"state": "refused", "code": code, "details": details})


def _answer(lookup: int, place: int, changes: dict[str, Any]) -> None:
    with transaction.atomic():
        row = Lookup.objects.select_for_update().get(pk=lookup)
        row.answers[place] = {**row.answers[place], **changes}
        open_ones = any(answer["state"] == "waiting" for answer in row.answers)
        row.state = "waiting" if open_ones else "done"
        row.save()


def end_lookup(lookup: int) -> None:
    """Say that a look-up is over, also when every address was refused at once."""
    Lookup.objects.filter(pk=lookup).update(state="done")


def offer_outlines(outlines: Sequence[Outline], *, by: Actor, at: datetime) -> int:
    """Show the feeds of a list as they could be taken in, with the reason for each that cannot."""
    by.need(KEEP)
    read = set(
        Source.objects.filter(address__in=[outline.address for outline in outlines])
        .exclude(state=State.STOPPED)
        .values_list("address", flat=True)
    )
    answers = [_offered(outline, is_read=outline.address in read) for outline in outlines]
    return Lookup.objects.create(asked_at=at, asked_by=by.account, answers=answers, state="done").pk


def _offered(outline: Outline, *, is_read: bool) -> dict[str, Any]:
    asked = _asked(outline.address)
    if asked["state"] == "refused":
        return asked
    if is_read:
        return _refused(outline.address, "read_already", {})
    try:
        target = read_url(outline.address)
    except BadAddress as error:
        return _refused(outline.address, error.code, dict(error.details))
    candidate = {
        "url": target.url,
        "kind": "feed",
        "title": outline.name,
        "found_by": "list",
        "publication": outline.folder,
        "language": outline.language,
    }
    return {**asked, "state": "found", "candidates": [candidate]}
