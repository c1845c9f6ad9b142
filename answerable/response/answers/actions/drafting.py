"""Writing: a new draft, its changes, and why a finding stays."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.review import actions as review
from answerable.response.answers.models import Answer, AnswerCase, Version
from answerable.response.answers.queries.door import DRAFT, answer_for, locked, text_in_work
from answerable.response.answers.queries.rows import (
    content_of,
    hash_of_version,
    spoken_of,
    subject_of,
    wording_of,
)
from answerable.response.answers.queries.speaking import speaker
from answerable.response.answers.rules.states import LANGUAGES, Change, VersionState
from answerable.response.answers.rules.wording import Content


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new draft begins with: its content, the unit that answers, the cases it answers, who will say it."""

    content: Content
    unit: int
    cases: tuple[int, ...] = ()
    spokesperson_post: int | None = None
    translation_of: int | None = None
    concern_seen_at: datetime | None = None


class EditedMeanwhile(Moved):
    """Somebody else saved the text in between: nothing is overwritten, both texts are shown side by side."""

    def __init__(self) -> None:
        super().__init__(
            _("Somebody else has saved this text since you opened it."),
            _("Your text is below, beside theirs: put them together and save again."),
        )


def draft(beginning: Beginning, *, by: Actor, at: datetime) -> int:
    """Begin an answer."""
    by.need(DRAFT, unit=beginning.unit)
    content = beginning.content
    if content.language not in LANGUAGES:
        raise Anticipated(_("Answers are given in Chinese or in English."), _("Choose one of them."))
    if by.person is None:
        raise NotAllowed(_("An answer is written by a person."), _("Sign in as one."))
    with transaction.atomic():
        answer = Answer.objects.create(
            kind=content.kind,
            language=content.language,
            unit_id=beginning.unit,
            translation_of=_original(beginning, by),
            concern_seen_at=beginning.concern_seen_at,
            created_by_id=by.person,
            created_at=at,
            last_number=1,
        )
        AnswerCase.objects.bulk_create(
            [AnswerCase(answer=answer, case=case) for case in dict.fromkeys(beginning.cases)]
        )
        version = Version(answer=answer, number=1, editors=[by.person], edited_at=at, edited_by_name=by.name)
        _fill(version, content)
        _name_speaker(version, beginning.spokesperson_post, at=at)
        version.save()
        record("answers.draft", subject_of(answer.pk), by=by, at=at, kind=content.kind)
    return answer.pk


def _original(beginning: Beginning, by: Actor) -> Answer | None:
    """Give the answer that is translated: always the first one, never a translation of it."""
    if beginning.translation_of is None:
        return None
    chosen = answer_for(by, beginning.translation_of)
    original = chosen.translation_of or chosen
    taken = original.language == beginning.content.language or Answer.objects.filter(
        translation_of=original, language=beginning.content.language
    )
    if taken:
        raise Anticipated(
            _("There is already a text of this answer in that language."),
            _("Open it from the answer's page."),
        )
    return original


def _fill(version: Version, content: Content) -> None:
    version.title = content.title[:200]
    version.summary = content.summary
    version.question = content.question
    version.body = content.body
    version.known = [
        {"text": known.text, "basis": known.basis, "link": known.link} for known in content.known
    ]
    version.unknown = content.unknown
    version.more_at = content.more_at[:200]
    version.todo = content.todo
    version.place = content.conference.place[:200]
    version.time = content.conference.time[:200]
    version.questions = content.conference.questions
    version.topics = list(content.topics)


def _name_speaker(version: Version, post: int | None, *, at: datetime) -> None:
    """Write down who says it and in which post: whoever answers for that post today."""
    found = speaker(post, at=at)
    if post is not None and found is None:
        raise NotAllowed(
            _("Nobody speaks in this post today."),
            _("Choose a spokesperson's or a head's post that somebody holds."),
        )
    version.spokesperson_post_id = found.post if found else None
    version.spokesperson_id = found.person if found else None
    version.spokesperson_name = found.name if found else ""
    version.spokesperson_title = found.title if found else ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A changed text: its content, the post that says it, the public reason of a change, and the edit it began from."""

    content: Content
    seen_edit: int
    spokesperson_post: int | None = None
    note: str = ""


def edit(answer: int, changed: Edit, *, by: Actor, at: datetime) -> int:
    """Save a changed text; approvals of the old one become void. Gives the number of the edit.

    Raises EditedMeanwhile when somebody else saved since `seen_edit`.
    """
    with transaction.atomic():
        row = locked(by, answer, DRAFT)
        version = text_in_work(row)
        if version.edit != changed.seen_edit:
            raise EditedMeanwhile
        before = (content_of(row, version), spoken_of(version))
        if version.change == Change.FIRST:
            row.kind = changed.content.kind
            row.save(update_fields=["kind"])
        if version.change != Change.WITHDRAWAL:
            _fill(version, changed.content)
            _name_speaker(version, changed.spokesperson_post, at=at)
        if version.change != Change.FIRST:
            version.note = changed.note.strip()
        if (content_of(row, version), spoken_of(version)) == before:
            return version.edit
        version.edit += 1
        version.edited_at = at
        version.edited_by_name = by.name
        version.editors = list(dict.fromkeys([*version.editors, *([by.person] if by.person else [])]))
        version.save()
        new_hash = hash_of_version(row, version)
        voided = (
            review.content_changed(
                subject_of(row.pk),
                new_hash,
                by=by,
                at=at,
                text=wording_of(row, version),
                title=version.title,
            )
            if version.review_id is not None
            else False
        )
        record(
            "answers.edit",
            subject_of(row.pk),
            by=by,
            at=at,
            version=version.number,
            content_hash=new_hash,
            voided=voided,
        )
        return version.edit


def explain(answer: int, reasons: dict[str, str], *, by: Actor, at: datetime) -> None:
    """Say why findings stay in the text; an empty reason takes the explanation back."""
    with transaction.atomic():
        row = locked(by, answer, DRAFT)
        version = text_in_work(row)
        merged = {**version.explained, **{key: reason.strip()[:300] for key, reason in reasons.items()}}
        version.explained = {key: reason for key, reason in merged.items() if reason}
        Version.objects.filter(pk=version.pk, state=VersionState.WORK).update(explained=version.explained)
        record("answers.explain", subject_of(row.pk), by=by, at=at, findings=sorted(reasons))
