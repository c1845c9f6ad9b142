"""One answer for its pages: the text in work with all that stands beside it, and its whole history."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from answerable.kernel.actor import Actor
from answerable.kernel.together import read_together
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.queries import ClockRow
from answerable.office.clocks.rules.states import OPEN
from answerable.office.review import queries as reviews
from answerable.office.review.queries import ReviewRow, StepRow
from answerable.response.answers.models import Answer, GuardedWord, Version
from answerable.response.answers.queries.door import (
    answer_for,
    first_in_work,
    may_draft,
    may_publish,
    texts_in_work,
)
from answerable.response.answers.queries.lists import AnswerRow, gate_state, rows_of
from answerable.response.answers.queries.published import PublishedAnswer, published_of
from answerable.response.answers.queries.rows import content_of, spoken_of, subject_of, wording_of
from answerable.response.answers.queries.speaking import Speaker, speakers
from answerable.response.answers.rules.findings import Finding, findings, unexplained
from answerable.response.answers.rules.markup import render
from answerable.response.answers.rules.plain import Readability, look_at
from answerable.response.answers.rules.states import (
    LANGUAGES,
    MOVE_OF_CHANGE,
    MOVES,
    Change,
    GateState,
    Kind,
    State,
    VersionState,
)
from answerable.response.answers.rules.wording import Content, Spoken, canonical, composed, missing
from answerable.response.cases import queries as cases
from answerable.response.cases.queries import CaseName, FactRow


@dataclass(frozen=True, slots=True)
class TextInWork:
    """The text that is being worked on, and how far it got."""

    number: int
    change: Change
    note: str
    edit: int
    edited_at: datetime
    edited_by: str
    content: Content
    html: str
    unknown_html: str
    wording: str
    spokesperson_post: int | None
    spokesperson: str
    post: str
    gate: GateState
    review: ReviewRow | None
    missing: tuple[str, ...]
    explained: tuple[tuple[Finding, str], ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A text that was public, with the wording that was read and its changes against the one before."""

    number: int
    change: Change
    note: str
    at: datetime
    title: str
    spokesperson: str
    post: str
    published_by: str
    wording: str
    before: str


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """One answer inside the house."""

    id: int
    title: str
    kind: Kind
    language: str
    state: State
    slug: str
    unit: str
    published: PublishedAnswer | None
    work: TextInWork | None
    versions: tuple[VersionRow, ...]
    readings: tuple[tuple[ReviewRow, tuple[StepRow, ...]], ...]
    cases: tuple[CaseName, ...]
    relatives: tuple[AnswerRow, ...]
    languages_left: tuple[str, ...]
    changes: tuple[Change, ...]
    may_draft: bool
    may_publish: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a text while it is written."""

    readability: Readability
    findings: tuple[Finding, ...]
    left: tuple[Finding, ...]
    explained: dict[str, str]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftPage:
    """The page on which a text is written."""

    id: int
    state: State
    work: TextInWork
    spoken: Spoken
    beside: Beside
    facts: tuple[FactRow, ...]
    cases: tuple[CaseName, ...]
    clocks: tuple[ClockRow, ...]
    speakers: tuple[Speaker, ...]
    #: The wording of the answer that this one translates.
    original: str
    original_language: str


def answer_page(actor: Actor, answer: int) -> AnswerPage:
    """Give one answer to somebody who may see it."""
    row = answer_for(actor, answer)
    drafts = may_draft(actor, row)
    versions, family = row.versions.order_by("number"), _family(row)
    linked = row.case_links.order_by("case").values_list("case", flat=True)
    read_together(versions, family, linked)
    work = next((one for one in versions if one.state == VersionState.WORK), None)
    told = reviews.reviewed(subject_of(row.pk))
    in_work = _in_work(row, work, told.latest) if work and actor.reaches(row.unit_id) else None
    public = published_of([row.pk]).get(row.pk)
    last = [one for one in versions if one.state != VersionState.DROPPED] or list(versions)
    return AnswerPage(
        id=row.pk,
        title=public.title if public else last[-1].title,
        kind=Kind(row.kind),
        language=row.language,
        state=State(row.state),
        slug=row.slug or "",
        unit=row.unit.name,
        published=public,
        work=in_work,
        versions=_versions(row, list(versions)),
        readings=told.history,
        cases=_cases(actor, row, linked),
        relatives=rows_of(actor, [one.pk for one in family if one.pk != row.pk]),
        languages_left=_languages_left(row, family) if drafts else (),
        changes=_changes(row) if drafts and work is None else (),
        may_draft=drafts,
        may_publish=may_publish(actor, row),
    )


def _in_work(answer: Answer, version: Version, review: ReviewRow | None) -> TextInWork:
    content = content_of(answer, version)
    gate = gate_state(version, review)
    return TextInWork(
        number=version.number,
        change=Change(version.change),
        note=version.note,
        edit=version.edit,
        edited_at=version.edited_at,
        edited_by=version.edited_by_name,
        content=content,
        html=render(composed(content)),
        unknown_html=render(content.unknown),
        wording=wording_of(answer, version),
        spokesperson_post=version.spokesperson_post_id,
        spokesperson=version.spokesperson_name,
        post=version.spokesperson_title,
        gate=gate,
        review=review if review and review.id == version.review_id else None,
        missing=lacking(content, spoken_of(version)),
        explained=_explained(answer, version),
    )


def _explained(answer: Answer, version: Version) -> tuple[tuple[Finding, str], ...]:
    """Give the finds that stay in a text with the reasons, for those who review it."""
    if not version.explained:
        return ()
    words = GuardedWord.objects.values_list("word", flat=True)
    found = findings(wording_of(answer, version), words)
    return tuple((one, version.explained[one.key]) for one in found if one.key in version.explained)


def lacking(content: Content, spoken: Spoken) -> tuple[str, ...]:
    """List what a text lacks before it can be handed in; a change needs its public reason, too."""
    found = missing(content, spoken.spokesperson)
    no_reason = spoken.change is not Change.FIRST and not spoken.note.strip()
    return (*found, "note") if no_reason else found


def _versions(answer: Answer, versions: list[Version]) -> tuple[VersionRow, ...]:
    rows: list[VersionRow] = []
    for version in versions:
        if version.published_at is None:
            continue
        wording = wording_of(answer, version)
        rows.append(
            VersionRow(
                number=version.number,
                change=Change(version.change),
                note=version.note,
                at=version.published_at,
                title=version.title,
                spokesperson=version.spokesperson_name,
                post=version.spokesperson_title,
                published_by=version.published_by_name,
                wording=wording,
                before=rows[-1].wording if rows else "",
            )
        )
    return tuple(reversed(rows))


def _cases(actor: Actor, answer: Answer, linked: Iterable[int]) -> tuple[CaseName, ...]:
    """Name the cases of an answer, to somebody whose reach it lies in."""
    if not actor.reaches(answer.unit_id):
        return ()
    return tuple(cases.cases_named(list(linked)).values())


def _family(answer: Answer) -> "QuerySet[Answer]":
    """Give an answer with its original and all translations."""
    original = answer.translation_of_id or answer.pk
    return Answer.objects.filter(Q(pk=original) | Q(translation_of=original))


def _languages_left(answer: Answer, family: Iterable[Answer]) -> tuple[str, ...]:
    if answer.state == State.DROPPED:
        return ()
    taken = {one.language for one in family if one.state != State.DROPPED}
    return tuple(language for language in LANGUAGES if language not in taken)


def _changes(answer: Answer) -> tuple[Change, ...]:
    """List what may follow on the published text."""
    open_moves = MOVES.open_to(State(answer.state))
    return tuple(
        change
        for change in (Change.UPDATE, Change.CORRECTION, Change.WITHDRAWAL)
        if MOVE_OF_CHANGE[change] in open_moves
    )


def look_beside(
    content: Content, spoken: Spoken, explained: dict[str, str], words: Iterable[str] | None = None
) -> Beside:
    """Look at a text as it is typed: hints, finds, and what it still lacks. `words` saves reading the guarded ones."""
    found = findings(canonical(content, spoken), _guarded() if words is None else words)
    shown = "\n\n".join(
        part for part in (content.summary, composed(content), content.unknown) if part.strip()
    )
    return Beside(
        readability=look_at(shown, content.language),
        findings=found,
        left=unexplained(found, explained),
        explained=explained,
        missing=lacking(content, spoken),
    )


def _guarded() -> "QuerySet[GuardedWord, str]":
    """Give the words of the body's own list."""
    return GuardedWord.objects.values_list("word", flat=True)


def draft_page(actor: Actor, answer: int, *, at: datetime) -> DraftPage:
    """Give the text in work to somebody who writes in it, with facts, sources, hints and finds."""
    row = answer_for(actor, answer)
    actor.need("answers.draft", unit=row.unit_id)
    source, texts, words = row.translation_of, texts_in_work(row), _guarded()
    linked = row.case_links.order_by("case").values_list("case", flat=True)
    original = _newest(source) if source else Version.objects.none()
    read_together(texts, words, linked, original)
    version = first_in_work(texts)
    named = _cases(actor, row, linked)
    running = clocks.clocks_of_many([cases.subject_of(case.id) for case in named], at=at)
    return DraftPage(
        id=row.pk,
        state=State(row.state),
        work=_in_work(row, version, reviews.review_of(subject_of(row.pk))),
        spoken=spoken_of(version),
        beside=look_beside(content_of(row, version), spoken_of(version), version.explained, words),
        facts=cases.facts_of([case.id for case in named]),
        cases=named,
        clocks=tuple(clock for rows in running.values() for clock in rows if clock.state in OPEN),
        speakers=speakers(at=at),
        original=wording_of(source, original[0]) if source and original else "",
        original_language=source.language if source else "",
    )


def _newest(answer: Answer) -> "QuerySet[Version]":
    """Give the newest wording of an answer: one, or none."""
    return answer.versions.exclude(state=VersionState.DROPPED).order_by("-number")[:1]


@dataclass(frozen=True, slots=True)
class GuardedRow:
    """A word of the body's own list."""

    id: int
    word: str
    why: str
    added_by: str
    added_at: datetime


def guarded_words(actor: Actor) -> tuple[GuardedRow, ...]:
    """List the body's own guarded words."""
    actor.need("answers.draft")
    return tuple(
        GuardedRow(row.pk, row.word, row.why, row.added_by, row.added_at) for row in GuardedWord.objects.all()
    )
