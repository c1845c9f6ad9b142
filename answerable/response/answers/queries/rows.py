"""What a stored version says, as the plain values that the rules work on."""

from answerable.response.answers.models import Answer, Version
from answerable.response.answers.rules.states import Change, Kind
from answerable.response.answers.rules.wording import (
    Conference,
    Content,
    Known,
    Spoken,
    canonical,
    content_hash,
)


def content_of(answer: Answer, version: Version) -> Content:
    """Read the content of a version."""
    return Content(
        kind=Kind(answer.kind),
        language=answer.language,
        title=version.title,
        summary=version.summary,
        question=version.question,
        body=version.body,
        known=tuple(Known(**known) for known in version.known),
        unknown=version.unknown,
        more_at=version.more_at,
        todo=version.todo,
        conference=Conference(version.place, version.time, version.questions),
        topics=tuple(version.topics),
    )


def spoken_of(version: Version) -> Spoken:
    """Read what a version is beside its content."""
    return Spoken(
        number=version.number,
        change=Change(version.change),
        note=version.note,
        spokesperson=version.spokesperson_name,
        post=version.spokesperson_title,
    )


def wording_of(answer: Answer, version: Version) -> str:
    """Give the canonical wording of a version."""
    return canonical(content_of(answer, version), spoken_of(version))


def hash_of_version(answer: Answer, version: Version) -> str:
    """Give the hash of what a version says now."""
    return content_hash(content_of(answer, version), spoken_of(version))


def subject_of(answer: int) -> str:
    """Give the subject under which an answer is reviewed."""
    return f"answer:{answer}"
