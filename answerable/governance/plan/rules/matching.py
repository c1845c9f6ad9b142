"""Lays the sentences of a changed document beside the clauses of a plan."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from answerable.governance.plan.rules.diff import SAME_SENTENCE, alike
from answerable.governance.plan.rules.document import Clause, text_hash
from answerable.governance.plan.rules.numbering import Sentence


@dataclass(frozen=True, slots=True)
class Matched:
    """What was found: clauses whose text is there (and those of them whose place moved), stale ones, new sentences."""

    kept: tuple[Clause, ...] = ()
    moved: tuple[tuple[Clause, Sentence], ...] = ()
    #: Each with the sentence that may have taken its place, if one is like it.
    stale: tuple[tuple[Clause, Sentence | None], ...] = ()
    fresh: tuple[Sentence, ...] = ()


def matched(clauses: Sequence[Clause], sentences: Sequence[Sentence]) -> Matched:
    """Match by text, whatever the place; then say which of the rest look like one another."""
    by_hash = {text_hash(sentence.text): sentence for sentence in sentences}
    kept = [clause for clause in clauses if clause.hash in by_hash]
    known = {clause.hash for clause in kept}
    moved = [(one, by_hash[one.hash]) for one in kept if by_hash[one.hash].ref != one.ref]
    left = [sentence for sentence in sentences if text_hash(sentence.text) not in known]
    stale: list[tuple[Clause, Sentence | None]] = []
    for clause in clauses:
        if clause.hash in known:
            continue
        near = nearest(clause.text, left)
        if near is not None:
            left.remove(near)
        stale.append((clause, near))
    return Matched(tuple(kept), tuple(moved), tuple(stale), tuple(left))


def nearest(text: str, sentences: Sequence[Sentence]) -> Sentence | None:
    """Find the sentence most like a text, if any is like it at all."""
    best = max(sentences, key=lambda one: alike(one.text, text), default=None)
    return best if best is not None and alike(best.text, text) >= SAME_SENTENCE else None


def next_id(taken: Collection[str]) -> str:
    """Give the next free id of a clause: c47 after c46."""
    numbers = [int(found.group(1)) for key in taken if (found := re.fullmatch(r"c(\d{1,4})", key))]
    return f"c{max(numbers, default=0) + 1:02d}"
