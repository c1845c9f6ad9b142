"""One poll from request to reading: the network and the limited child, no database. Runs in threads."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from answerable.egress import EgressPolicy, FetchRequest, fetch
from answerable.egress.errors import EgressError
from answerable.egress.robots import check_robots
from answerable.kernel.sealing import BrokenSeal, unseal
from answerable.listening.sources.actions import Claim
from answerable.listening.sources.jobs.folders import LARGEST, FolderClosed, new_files, open_folder
from answerable.listening.sources.jobs.mailboxes import new_mail
from answerable.listening.sources.kinds import (
    KINDS,
    Answer,
    Memory,
    Outcome,
    Reading,
    Refused,
    Wanted,
    Way,
    settings_from,
)
from answerable.listening.sources.reading.pool import read_document
from answerable.listening.sources.rules.outcomes import Harvest

logger = logging.getLogger("answerable.sources")
#: Headers by which a server may answer "not modified"; left out while a source is ill.
CONDITIONS = frozenset({"if-none-match", "if-modified-since"})


def egress_policy() -> EgressPolicy:
    """Give the policy that the installation set, or the strict one."""
    policy = getattr(settings, "EGRESS_POLICY", None)
    return policy if isinstance(policy, EgressPolicy) else EgressPolicy()


def watched_folders() -> tuple[Path, ...]:
    """Give the folders below which a source may watch: those that the installation opened."""
    return tuple(Path(folder) for folder in getattr(settings, "WATCHED_FOLDERS", ()))


def harvest(claim: Claim, policy: EgressPolicy, *, at: datetime) -> Harvest:
    """Get and read what a source has now. Everything that can go wrong is in the harvest; nothing is raised."""
    try:
        return _Poll(claim, policy, at).run()
    except EgressError as error:
        return stopped_by(error)
    except BrokenSeal:
        return Harvest(code="seal")
    except FolderClosed as closed:
        return Harvest(code="folder", details={"folder": closed.folder})
    except Exception:
        logger.exception("source %s could not be polled", claim.source)
        return Harvest(code="defect")


def stopped_by(error: EgressError) -> Harvest:
    """Say what a failed call means for its source."""
    asked = timedelta(seconds=error.retry_after_s) if error.retry_after_s else None
    moved_to = str(error.details.get("location", "")) if error.code == "moved_away" else ""
    return Harvest(code=error.code, details=error.details, asked=asked, moved_to=moved_to)


class _Poll:
    """One poll under way: its documents one after the other, its memory handed from one to the next."""

    def __init__(self, claim: Claim, policy: EgressPolicy, at: datetime) -> None:
        self.claim, self.policy, self.at = claim, policy, at
        self.kind = KINDS[claim.kind]
        self.memory: Memory = claim.memory
        self.settings = {**claim.settings, **{name: unseal(kept) for name, kept in claim.secrets.items()}}
        self.status: int | None = None
        self.moved_to = ""
        #: What must be remembered whatever the documents turn out to be: files and mails that were read.
        self.kept: dict[str, Any] = {}
        self.left_out: list[Refused] = []

    def run(self) -> Harvest:
        readings = []
        wanted = self.kind.requests(
            settings_from(self.kind.settings_type, self.settings), self.memory, self.at
        )
        for one in wanted:
            for answer in self._answers(one):
                readings.append(self._read(answer))
                self.memory = {**self.kept, **readings[-1].memory}
        asked = max((reading.retry_after_s or 0 for reading in readings), default=0)
        return Harvest(
            reading=together(readings, {**self.memory, **self.kept}, self.left_out),
            status=self.status,
            asked=timedelta(seconds=asked) if asked else None,
            moved_to=self.moved_to,
        )

    def _answers(self, wanted: Wanted) -> Iterable[Answer]:
        if wanted.way == Way.FOLDER:
            found = new_files(
                open_folder(wanted.url, watched_folders()),
                wanted.headers.get("pattern", "*"),
                self.memory,
                at=self.at,
            )
            self.kept["seen"] = found.seen
            self._leave_out(found.too_large)
            return found.documents
        if wanted.way == Way.MAILBOX:
            mail = new_mail(self.settings, self.memory, self.policy)
            self.kept |= mail.kept
            self._leave_out(mail.too_large)
            return mail.documents
        return [self._fetch(wanted)]

    def _leave_out(self, names: Iterable[str | int]) -> None:
        """Tell which files or mails were too large to be read."""
        self.left_out += [Refused("too_large", {"most": LARGEST}, part=str(name)) for name in names]

    def _fetch(self, wanted: Wanted) -> Answer:
        if wanted.is_page:
            check_robots(wanted.url, self.policy)
        headers = dict(wanted.headers)
        if self.claim.unconditional:
            headers = {name: value for name, value in headers.items() if name.lower() not in CONDITIONS}
        answer = fetch(FetchRequest(wanted.url, headers=headers), self.policy)
        self.status = answer.status
        if answer.moved_to and wanted.url == self.claim.settings["address"] and answer.status == 200:
            self.moved_to = answer.moved_to
        return answer

    def _read(self, answer: Answer) -> Reading:
        return read_document(self.kind.key, answer, self.claim.settings, self.memory, at=self.at)


def together(readings: Sequence[Reading], memory: Memory, left_out: Sequence[Refused] = ()) -> Reading:
    """Make one reading of the documents of one poll: what was read counts, a refusal among them is told."""
    read = [reading for reading in readings if reading.outcome == Outcome.READ]
    if len(readings) == 1 or (readings and not read):
        return replace(readings[0], memory=memory)
    return Reading(
        Outcome.READ,
        items=[item for reading in read for item in reading.items],
        refused=[*left_out, *(part for reading in readings for part in reading.refused)],
        memory=memory,
        notes=list(dict.fromkeys(note for reading in readings for note in reading.notes)),
        title=next((reading.title for reading in read if reading.title), ""),
    )
