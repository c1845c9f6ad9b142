"""Writing: a new draft, its changes, and why a finding stays."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
from answerable.response.answers.rules.states import LANGUAGES, Change, State, VersionState
from answerable.response.answers.rules.wording import Content
from answerable.response.cases import queries as cases


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new draft begins with: its content, the unit that answers, the cases it answers, who will say it."""

    content: Content
    unit: int
    cases: tuple[int, ...] = ()
    spokesperson_post: int | None = None
    translation_of: int | None = None


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
    original = _original(beginning, by)
    linked = beginning.cases or (_cases_of(original) if original else ())
    _may_link(linked, by)
    with transaction.atomic():
        answer = Answer.objects.create(
            kind=content.kind,
            language=content.language,
            unit_id=beginning.unit,
            translation_of=original,
            concern_seen_at=_seen_at(linked),
            created_by_id=by.person,
            created_at=at,
            last_number=1,
        )
        _link(answer, linked)
        version = Version(answer=answer, number=1, editors=[by.person], edited_at=at, edited_by_name=by.name)
        _fill(version, content)
        _name_speaker(version, beginning.spokesperson_post, at=at)
        version.save()
        record("answers.draft", subject_of(answer.pk), by=by, at=at, kind=content.kind)
    return answer.pk


def _may_link(linked: Iterable[int], by: Actor) -> None:
    """Refuse a case that the writer may not see."""
    for case in linked:
        cases.case_for(by, case)


def _link(answer: Answer, linked: Iterable[int]) -> None:
    AnswerCase.objects.bulk_create([AnswerCase(answer=answer, case=case) for case in dict.fromkeys(linked)])


def _cases_of(answer: Answer) -> tuple[int, ...]:
    return tuple(answer.case_links.order_by("case").values_list("case", flat=True))


def _seen_at(linked: Iterable[int]) -> datetime | None:
    """Give when the concern was first seen: in the earliest of its cases."""
    return min((case.seen_at for case in cases.cases_named(tuple(linked)).values()), default=None)


def link_cases(answer: int, linked: tuple[int, ...], *, by: Actor, at: datetime) -> None:
    """Say which cases an answer answers; what was published before is noted in none of the new ones."""
    with transaction.atomic():
        row = locked(by, answer, DRAFT)
        _may_link(set(linked) - set(_cases_of(row)), by)
        row.case_links.exclude(case__in=linked).delete()
        _link(row, [case for case in linked if case not in _cases_of(row)])
        Answer.objects.filter(pk=row.pk).update(concern_seen_at=_seen_at(linked))
        record("answers.link_cases", subject_of(row.pk), by=by, at=at, cases=sorted(linked))


def translate(answer: int, language: str, *, by: Actor, at: datetime) -> int:
    """Begin the same answer in another language; its text is carried over to be written anew."""
    chosen = answer_for(by, answer)
    version = chosen.versions.exclude(state=VersionState.DROPPED).order_by("-number").first()
    if version is None:
        raise NotAllowed(_("There is no text to translate."), _("Write one first."))
    content = replace(content_of(chosen, version), language=language)
    speaks = speaker(version.spokesperson_post_id, at=at)
    beginning = Beginning(
        content, chosen.unit_id, spokesperson_post=speaks.post if speaks else None, translation_of=chosen.pk
    )
    return draft(beginning, by=by, at=at)


def _original(beginning: Beginning, by: Actor) -> Answer | None:
    """Give the answer that is translated: always the first one, never a translation of it."""
    if beginning.translation_of is None:
        return None
    chosen = answer_for(by, beginning.translation_of)
    original = chosen.translation_of or chosen
    sisters = Answer.objects.filter(translation_of=original, language=beginning.content.language)
    taken = original.language == beginning.content.language or sisters.exclude(state=State.DROPPED).exists()
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
