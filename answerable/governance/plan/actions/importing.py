"""A Word file becomes clauses: of a new draft, or beside those of a draft that is there."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.plan.actions.drafting import draft_row, note_sentences, start_draft, store
from answerable.governance.plan.models import PlanVersion
from answerable.governance.plan.queries.versions import KEEP
from answerable.governance.plan.rules.document import PlanDocument, Source, text_hash
from answerable.governance.plan.rules.editing import add_clause, set_field
from answerable.governance.plan.rules.matching import Matched, matched, next_id
from answerable.governance.plan.rules.numbering import Outline, Sentence
from answerable.governance.plan.rules.reader import read_plan
from answerable.governance.plan.rules.writing import write_plan
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record


@dataclass(frozen=True, slots=True)
class Paper:
    """A Word file that was read: its name, its bytes' hash, and its clauses."""

    name: str
    sha256: str
    sentences: tuple[Sentence, ...]
    headings: Mapping[str, str] = field(default_factory=dict)


def paper_of(name: str, body: bytes, outline: Outline) -> Paper:
    """Put a file and what was read in it together."""
    return Paper(name, hashlib.sha256(body).hexdigest(), outline.sentences, outline.headings)


def import_docx(paper: Paper, *, by: Actor, at: datetime, title: str = "") -> int:
    """Begin a draft with the clauses of a Word file; nothing is linked yet, and lint says so clause by clause."""
    by.need(KEEP)
    text = draft_text(paper, title=title, at=at)
    with transaction.atomic():
        made = start_draft(text, by=by, at=at)
        _note(made, paper, by=by, at=at)
    return made


def draft_text(paper: Paper, *, title: str = "", at: datetime) -> str:
    """Write the plan file that a Word file begins as."""
    document = PlanDocument(
        id=f"urn:plan:{paper.sha256[:12]}",
        version="1.0.0",
        effective=date(at.year + 1, 1, 1),
        calendar="",
        zone="",
        title={"zh": title, "en": title} if title else {},
        source=Source(file=paper.name, sha256=paper.sha256),
        headings=paper.headings,
    )
    text = write_plan(document)
    for number, sentence in enumerate(paper.sentences, 1):
        text = _with_sentence(text, f"c{number:02d}", sentence)
    return text


def import_again(version: int, paper: Paper, *, seen: str, by: Actor, at: datetime) -> Matched:
    """Lay a changed Word file beside a draft: clauses are matched by their text, places brought up to date.

    A sentence that nothing is like becomes a new clause at its place. A clause whose text is not in the file any more
    stays as it is; lint shows it as stale, with the sentence that may have taken its place.
    """
    by.need(KEEP)
    with transaction.atomic():
        row = draft_row(version, seen)
        text = row.text
        document = read_plan(text).document
        if document is None:
            raise Anticipated(_("This draft cannot be read."), _("Put its first line right that lint names."))
        found = matched(document.clauses, paper.sentences)
        for clause, sentence in found.moved:
            text = set_field(text, ("clauses", clause.id, "ref"), sentence.ref)
        taken = {clause.id for clause in document.clauses}
        behind = {text_hash(clause.text): clause.id for clause in document.clauses}
        behind |= {text_hash(near.text): clause.id for clause, near in found.stale if near is not None}
        last = ""
        for sentence in paper.sentences:
            if sentence in found.fresh:
                key = next_id(taken)
                taken.add(key)
                text = _with_sentence(text, key, sentence, after=last)
                last = key
            else:
                last = behind.get(text_hash(sentence.text), last)
        if paper.headings:
            text = set_field(text, ("headings",), dict(paper.headings))
        store(row, text, by=by, at=at)
        _note(version, paper, by=by, at=at)
        counts = {"stale": len(found.stale), "fresh": len(found.fresh), "moved": len(found.moved)}
        record("plan.import_again", f"plan:{version}", by=by, at=at, file=paper.sha256, **counts)
    return found


def take_words(version: int, clause: str, sentence: str, *, seen: str, by: Actor, at: datetime) -> None:
    """Give a stale clause the words that the written document has now; what it gives rise to stays."""
    by.need(KEEP)
    with transaction.atomic():
        row = draft_row(version, seen)
        refs = {text_hash(words): (ref, words) for ref, words in row.sentences}
        if sentence not in refs:
            raise Anticipated(
                _("The written document has no such sentence any more."), _("Load the page again.")
            )
        ref, words = refs[sentence]
        text = set_field(row.text, ("clauses", clause, "text"), words)
        text = set_field(text, ("clauses", clause, "ref"), ref)
        store(row, text, by=by, at=at)
        record("plan.take_words", f"plan:{version}", by=by, at=at, clause=clause, sentence=sentence)


def _note(version: int, paper: Paper, *, by: Actor, at: datetime) -> None:
    pairs = [(one.ref, one.text) for one in paper.sentences]
    note_sentences(version, paper.name, paper.sha256, pairs, by=by, at=at)


def _with_sentence(text: str, key: str, sentence: Sentence, *, after: str = "") -> str:
    return add_clause(text, {"id": key, "ref": sentence.ref, "text": sentence.text}, after=after)


def sentences_of(version: int) -> tuple[Sentence, ...]:
    """Give the sentences last read beside a draft."""
    row = PlanVersion.objects.filter(pk=version).first()
    return tuple(Sentence(ref, text) for ref, text in row.sentences) if row else ()
