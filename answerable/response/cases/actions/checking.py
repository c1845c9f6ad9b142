"""Facts: a claim, what we found, and what that rests on."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.kernel.trail.actions import record
from answerable.listening.stories import queries as stories
from answerable.response.cases.actions.words import kept, needed
from answerable.response.cases.models import Case, Evidence, Fact, Verdict
from answerable.response.cases.queries.door import case_to_help
from answerable.response.cases.queries.door import open_case as still_open
from answerable.response.cases.queries.names import subject_of
from answerable.response.cases.rules.findings import GAP_SENTENCES, EvidenceKind, Finding, gaps_of
from answerable.response.cases.rules.free_text import Personal


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """One thing a finding rests on; `story` is a story of the case."""

    kind: str
    words: str
    link: str = ""
    story: int | None = None


@dataclass(frozen=True, slots=True)
class FactDraft:
    """A claim, a finding in words of our own, its evidence, and when we will know what is not known yet."""

    claim: str
    finding: str
    words: str
    evidence: tuple[EvidenceDraft, ...] = ()
    known_by: datetime | None = None
    personal: str = Personal.ASK


def add_fact(case: int, draft: FactDraft, *, by: Actor, at: datetime) -> int:
    """Add a claim with what is known of it now; gives its number."""
    finding = _checked(draft)
    with transaction.atomic():
        row = still_open(case_to_help(by, case))
        fact = Fact.objects.create(case=row, checked_by=by.name, checked_at=at, **_fields(draft, finding))
        _put_evidence(fact, draft)
        _note("cases.add_fact", row, fact, by=by, at=at)
    return fact.pk


def change_fact(fact: int, draft: FactDraft, *, seen_version: int, by: Actor, at: datetime) -> None:
    """Change a finding; the former one is kept. Refused when it was changed since it was read."""
    finding = _checked(draft)
    with transaction.atomic():
        found = Fact.objects.filter(pk=fact).first()
        if found is None:
            raise NotFound(_("There is no such fact."), _("Look at the case."))
        row = still_open(case_to_help(by, found.case_id))
        before = Fact.objects.select_for_update().get(pk=fact)
        changed = Fact.objects.filter(pk=fact, version=seen_version).update(
            version=seen_version + 1, checked_by=by.name, checked_at=at, **_fields(draft, finding)
        )
        if not changed:
            raise Moved(
                _("Somebody else has changed this finding."), _("Look at theirs, then write yours again.")
            )
        Verdict.objects.create(
            fact=before,
            version=before.version,
            finding=before.finding,
            words=before.words,
            checked_by=before.checked_by,
            checked_at=before.checked_at,
        )
        after = Fact.objects.get(pk=fact)
        after.evidence.all().delete()
        _put_evidence(after, draft)
        _note("cases.change_fact", row, after, by=by, at=at)


def _checked(draft: FactDraft) -> Finding:
    if draft.finding not in set(Finding):
        raise Anticipated(_("Choose what was found."), _("“Not known yet” is an answer too."))
    finding = Finding(draft.finding)
    lacks = gaps_of(
        finding, words=draft.words, has_day=draft.known_by is not None, pieces=len(draft.evidence)
    )
    if lacks:
        raise Anticipated(GAP_SENTENCES[lacks[0]], _("Nothing else was lost."))
    return finding


def _fields(draft: FactDraft, finding: Finding) -> dict[str, object]:
    return {
        "claim": needed(draft.claim, _("Say what is claimed, in our own words."), draft.personal),
        "finding": finding,
        "words": kept(draft.words, draft.personal),
        "known_by": draft.known_by if finding is Finding.UNKNOWN else None,
    }


def _put_evidence(fact: Fact, draft: FactDraft) -> None:
    named = stories.stories([piece.story for piece in draft.evidence if piece.story])
    for piece in draft.evidence:
        kind = piece.kind if piece.kind in set(EvidenceKind) else EvidenceKind.DOCUMENT
        story = piece.story if piece.story in named else None
        title = named[story].title if story else ""
        Evidence.objects.create(
            fact=fact,
            kind=EvidenceKind.STORY if story else kind,
            words=(kept(piece.words, draft.personal) or title or piece.link)[:300],
            link=piece.link[:500] if piece.link.startswith(("https://", "http://")) else "",
            story_id=story,
        )


def _note(act: str, row: Case, fact: Fact, *, by: Actor, at: datetime) -> None:
    words = {"fact": fact.pk, "claim": fact.claim, "finding": fact.finding, "words": fact.words}
    record(act, subject_of(row.pk), by=by, at=at, **words)
