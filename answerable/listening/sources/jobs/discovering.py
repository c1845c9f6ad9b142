"""Looks behind addresses for what can be read there; reads files that were handed in."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from django_tasks import task

from answerable.egress import Answer, EgressPolicy, FetchRequest, fetch
from answerable.egress.errors import EgressError
from answerable.kernel import clock
from answerable.listening.sources import actions
from answerable.listening.sources.jobs.harvesting import egress_policy
from answerable.listening.sources.kinds import Candidate, Document, Outcome
from answerable.listening.sources.queries.intake import import_content, waiting_addresses
from answerable.listening.sources.reading.pool import discover, read_document

#: Sites looked at at the same time.
AT_ONCE = 8
#: Common places tried when a site's page names no feed of its own.
MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Found:
    """What one address offers, or why it could not be looked at."""

    candidates: tuple[dict[str, str], ...] = ()
    code: str = ""
    details: dict[str, Any] = field(default_factory=dict)


@task
def look_up(lookup: int) -> None:
    """Search every waiting address of a look-up; each answer is written down as it comes."""
    policy = egress_policy()
    waiting = waiting_addresses(lookup)
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="look") as threads:
        found = {place: threads.submit(look_at, address, policy) for place, address in waiting}
        for place, future in found.items():
            answer = future.result()
            if answer.code:
                actions.note_refused(lookup, place, answer.code, answer.details)
            else:
                actions.note_found(lookup, place, answer.candidates)
    actions.end_lookup(lookup)


def look_at(address: str, policy: EgressPolicy) -> Found:
    """Look at one address: the feed itself, the feeds that its page names, or those in common places."""
    try:
        answer = fetch(FetchRequest(address, follow_moves=True), policy)
    except EgressError as error:
        return Found(code=error.code, details=dict(error.details))
    if not 200 <= answer.status < 300:
        code = "not_found" if answer.status == 404 else "unexpected_status"
        return Found(code=code, details={"status": answer.status})
    named: list[Candidate] = []
    places: list[Candidate] = []
    for candidate in discover(answer):
        (places if candidate.found_by == "common place" else named).append(candidate)
    good = named or [place for place in places[:MOST_PLACES] if _reads(place, policy)]
    return Found(tuple(_told(candidate) for candidate in good))


def _reads(candidate: Candidate, policy: EgressPolicy) -> bool:
    """Say whether something readable lies in a common place."""
    try:
        answer: Answer = fetch(FetchRequest(candidate.url), policy)
    except EgressError:
        return False
    if answer.status != 200:
        return False
    reading = read_document(candidate.kind, answer, {"address": candidate.url}, {}, at=clock.now())
    return reading.outcome == Outcome.READ and bool(reading.items)


def _told(candidate: Candidate) -> dict[str, str]:
    return {
        "url": candidate.url,
        "kind": candidate.kind,
        "title": candidate.title,
        "found_by": candidate.found_by,
    }


@task
def read_import(handed_in: int) -> None:
    """Read a handed-in file: into its preview at first, into the store once a person said yes."""
    found = import_content(handed_in)
    if found is None:
        return
    document = Document(found.content, final_url=found.file_name)
    at = clock.now()
    reading = read_document("file", document, found.settings, {}, at=at)
    if found.state == "waiting":
        actions.note_preview(handed_in, reading)
    else:
        actions.take_file(handed_in, reading, at=at)
