"""What checking a claim can come to, in words of our own."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Finding(StrEnum):
    """What we found."""

    CONFIRMED = "confirmed"
    PARTLY = "partly"
    NOT_SO = "not_so"
    UNKNOWN = "unknown"


FINDING_NAMES = {
    Finding.CONFIRMED: _("confirmed"),
    Finding.PARTLY: _("partly so"),
    Finding.NOT_SO: _("not so"),
    Finding.UNKNOWN: _("not known yet"),
}


class EvidenceKind(StrEnum):
    """What a finding rests on."""

    LINK = "link"
    DOCUMENT = "document"
    STORY = "story"


EVIDENCE_NAMES = {
    EvidenceKind.LINK: _("page"),
    EvidenceKind.DOCUMENT: _("document"),
    EvidenceKind.STORY: _("story"),
}


class Gap(StrEnum):
    """What a finding still lacks."""

    WORDS = "words"
    WHEN = "when"
    EVIDENCE = "evidence"


GAP_SENTENCES = {
    Gap.WORDS: _("Say what was found, in our own words."),
    Gap.WHEN: _("What is not known yet needs a day: when will we know?"),
    Gap.EVIDENCE: _("A finding needs evidence: name the page, the document or the story it rests on."),
}


def gaps_of(finding: Finding, *, words: str, has_day: bool, pieces: int) -> tuple[Gap, ...]:
    """Say what a finding lacks: words always, evidence when something was found, a day when not."""
    lacks = []
    if not words.strip():
        lacks.append(Gap.WORDS)
    if finding is Finding.UNKNOWN:
        lacks += [] if has_day else [Gap.WHEN]
    elif not pieces:
        lacks.append(Gap.EVIDENCE)
    return tuple(lacks)
