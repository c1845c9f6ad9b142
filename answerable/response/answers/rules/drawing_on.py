"""Putting a checked fact of a case into a text."""

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from answerable.response.answers.rules.wording import Content, Known


class Evidence(Protocol):
    """What a finding rests on."""

    @property
    def words(self) -> str:
        """The evidence in words."""
        ...

    @property
    def link(self) -> str:
        """Where it is, or ""."""
        ...


class Fact(Protocol):
    """A claim that was checked."""

    @property
    def claim(self) -> str:
        """What is claimed."""
        ...

    @property
    def finding(self) -> str:
        """What came of the check."""
        ...

    @property
    def words(self) -> str:
        """The finding in words of our own."""
        ...

    @property
    def known_by(self) -> datetime | None:
        """When we will know."""
        ...

    @property
    def evidence(self) -> "tuple[Evidence, ...]":
        """What it rests on."""
        ...


#: The finding of a fact that is not known yet (cases.rules.findings).
UNKNOWN = "unknown"


def with_fact(content: Content, fact: Fact) -> Content:
    """Put a fact where it belongs: what was found among the known with its basis, the rest among the unknown."""
    words = fact.words.strip() or fact.claim.strip()
    if fact.finding == UNKNOWN:
        return replace(
            content, unknown="\n\n".join(part for part in (content.unknown.strip(), words) if part)
        )
    proof = fact.evidence[0] if fact.evidence else None
    known = Known(words, proof.words if proof else "", proof.link if proof else "")
    if any(one.text == known.text for one in content.known):
        return content
    return replace(content, known=(*content.known, known))
