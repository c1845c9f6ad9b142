"""Published answers: the only reads of the public site. Frozen rows without any person but the spokesperson."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from answerable.kernel.together import read_together
from answerable.response.answers.models import TEXTS, Answer, AnswerCase, AnswerTopic, Version
from answerable.response.answers.rules.markup import is_plain_link, render
from answerable.response.answers.rules.states import PUBLIC, Change, Kind, State, VersionState

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """One text that was public, with what it changed and why. `number` 1 is the first."""

    number: int
    at: datetime
    title: str
    body_html: str
    note: str
    change: Change
    spokesperson: str
    post: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What a stated fact rests on; `link` may be empty."""

    fact: str
    text: str
    link: str


@dataclass(frozen=True, slots=True)
class PublishedAnswer:
    """A published answer as the public sees it: the text in force and all before it, the oldest first.

    `body_html` and `unknown_html` are sanitised; everything else is plain text to be escaped. `translations` gives
    (language, slug) of the same answer in other languages. `cases` are numbers, not titles.
    """

    id: int
    slug: str
    kind: Kind
    title: str
    summary: str
    body_html: str
    language: str
    topics: tuple[str, ...]
    spokesperson: str
    post: str
    unit: int
    published_at: datetime
    updated_at: datetime
    state: State
    reason: str
    basis: tuple[Basis, ...]
    unknown: str
    unknown_html: str
    more_at: str
    versions: tuple[PublishedVersion, ...]
    question: str
    concern_seen_at: datetime | None
    cases: tuple[int, ...]
    place: str
    time: str
    translations: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A page of published answers."""

    rows: tuple[PublishedAnswer, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A correction, an update or a withdrawal, for the list of what was changed."""

    slug: str
    language: str
    title: str
    change: Change
    number: int
    note: str
    at: datetime


def _public() -> QuerySet[Answer]:
    return Answer.objects.filter(state__in=PUBLIC)


def _loaded(wanted: "list[int] | QuerySet[Any]") -> dict[int, PublishedAnswer]:
    """Read public answers by their ids with their texts, cases and translations, in one statement."""
    rows = _public().filter(pk__in=wanted).select_related("translation_of")
    texts = Version.objects.filter(answer__in=wanted, state=VersionState.PUBLISHED).order_by("number")
    links = AnswerCase.objects.filter(answer__in=wanted).values_list("answer", "case")
    originals = Answer.objects.filter(pk__in=wanted).exclude(translation_of=None).values("translation_of")
    kin = _public().filter(Q(translation_of__in=wanted) | Q(translation_of__in=originals))
    relatives: QuerySet[Any, Any] = kin.values_list("translation_of", "pk", "language", "slug")
    read_together(rows, texts, links, relatives)
    texts_of: dict[int, list[Version]] = defaultdict(list)
    for text in texts:
        texts_of[text.answer_id].append(text)
    cases_of: dict[int, list[int]] = defaultdict(list)
    for answer, case in links:
        cases_of[answer].append(case)
    kin_of: dict[int, list[Relative]] = defaultdict(list)
    for original, pk, language, slug in relatives:
        kin_of[original].append((pk, language, slug))
    return {row.pk: _row(row, texts_of[row.pk], cases_of[row.pk], _translations(row, kin_of)) for row in rows}


def published(
    *,
    language: str = "",
    topic: str = "",
    text: str = "",
    kind: str = "",
    page: int = 1,
    size: int = PAGE_SIZE,
) -> PublishedPage:
    """Give one page of what is public, the newest change first; withdrawn answers are among them."""
    rows = _public()
    if language:
        rows = rows.filter(language=language)
    if kind:
        rows = rows.filter(kind=kind)
    if topic:
        rows = rows.filter(topic_links__name=topic)
    matching = TEXTS.matching(text) if text.strip() else None
    if matching is not None:
        rows = rows.filter(pk__in=matching)
    return page_of(rows.order_by("-updated_at", "-pk"), page=page, size=size)


def page_of(rows: "QuerySet[Answer]", *, page: int, size: int) -> PublishedPage:
    """Give one page of public answers in their order; three queries."""
    total = rows.count()
    pages = max(-(-total // size), 1)
    page = min(max(page, 1), pages)
    shown = list(rows.values_list("pk", flat=True)[(page - 1) * size : page * size])
    found = _loaded(shown)
    return PublishedPage(tuple(found[pk] for pk in shown if pk in found), total, page, pages)


def published_answer(slug: str) -> PublishedAnswer | None:
    """Give the published answer at an address; None where there never was one."""
    return next(iter(_loaded(_public().filter(slug=slug).values("pk")).values()), None)


def published_of(ids: Iterable[int]) -> dict[int, PublishedAnswer]:
    """Give published answers by their ids."""
    return _loaded(list(ids))


def slugs() -> tuple[tuple[str, datetime], ...]:
    """List every permanent address with the time of its last change, for the export and the site map."""
    rows = _public().order_by("-updated_at", "-pk").values_list("slug", "updated_at")
    return tuple((slug, at) for slug, at in rows if slug and at)


def topics(*, language: str = "") -> tuple[tuple[str, int], ...]:
    """List the topics with how many answers each has, the most used first."""
    rows = AnswerTopic.objects.filter(answer__state__in=PUBLIC)
    if language:
        rows = rows.filter(answer__language=language)
    counted = rows.values_list("name").annotate(count=Count("pk")).order_by("-count", "name")
    return tuple((name, count) for name, count in counted)


def changes(*, language: str = "", limit: int = 200) -> tuple[ChangeRow, ...]:
    """List corrections, updates and withdrawals, the newest first."""
    rows = Version.objects.filter(state=VersionState.PUBLISHED, answer__state__in=PUBLIC)
    rows = rows.exclude(change=Change.FIRST)
    if language:
        rows = rows.filter(answer__language=language)
    return tuple(_change_row(row) for row in rows.select_related("answer").order_by("-published_at")[:limit])


def corrections(*, language: str = "", limit: int = 200) -> tuple[ChangeRow, ...]:
    """List the corrections, the newest first."""
    return tuple(row for row in changes(language=language, limit=limit) if row.change is Change.CORRECTION)


def withdrawals(*, language: str = "", limit: int = 200) -> tuple[ChangeRow, ...]:
    """List the withdrawals, the newest first."""
    return tuple(row for row in changes(language=language, limit=limit) if row.change is Change.WITHDRAWAL)


def versions(slug: str) -> tuple[PublishedVersion, ...]:
    """Give every text that was public at an address, the oldest first."""
    found = published_answer(slug)
    return found.versions if found else ()


def _change_row(row: Version) -> ChangeRow:
    assert row.published_at is not None
    return ChangeRow(
        slug=row.answer.slug or "",
        language=row.answer.language,
        title=row.title,
        change=Change(row.change),
        number=row.number,
        note=row.note,
        at=row.published_at,
    )


def _version_row(row: Version) -> PublishedVersion:
    assert row.published_at is not None
    return PublishedVersion(
        number=row.number,
        at=row.published_at,
        title=row.title,
        body_html=row.html,
        note=row.note,
        change=Change(row.change),
        spokesperson=row.spokesperson_name,
        post=row.spokesperson_title,
        content_hash=row.published_hash,
    )


#: A public answer of the same family: its id, language and address.
Relative = tuple[int, str, str]


def _translations(row: Answer, kin: Mapping[int, list[Relative]]) -> tuple[tuple[str, str], ...]:
    """Give the other languages of an answer, from the original or from a sister translation."""
    others = list(kin.get(row.pk, ()))
    original = row.translation_of
    if original is not None:
        others += kin.get(original.pk, ())
        if original.state in PUBLIC:
            others.append((original.pk, original.language, original.slug or ""))
    return tuple(sorted((language, slug) for pk, language, slug in others if pk != row.pk))


def _row(
    row: Answer, texts: list[Version], case_ids: list[int], translations: tuple[tuple[str, str], ...]
) -> PublishedAnswer:
    text = texts[-1]
    assert row.published_at is not None
    return PublishedAnswer(
        id=row.pk,
        slug=row.slug or "",
        kind=Kind(row.kind),
        title=text.title,
        summary=text.summary,
        body_html=text.html,
        language=row.language,
        topics=tuple(text.topics),
        spokesperson=text.spokesperson_name,
        post=text.spokesperson_title,
        unit=row.unit_id,
        published_at=row.published_at,
        updated_at=row.updated_at or row.published_at,
        state=State(row.state),
        reason=row.reason,
        basis=tuple(_basis(known) for known in text.known if known.get("basis") or known.get("link")),
        unknown=text.unknown,
        unknown_html=render(text.unknown),
        more_at=text.more_at,
        versions=tuple(_version_row(one) for one in texts),
        question=text.question,
        concern_seen_at=row.concern_seen_at,
        cases=tuple(sorted(case_ids)),
        place=text.place,
        time=text.time,
        translations=translations,
    )


def _basis(known: dict[str, str]) -> Basis:
    """Make the basis of a fact; an address that is no plain one is left out."""
    link = known.get("link", "")
    return Basis(known.get("text", ""), known.get("basis", ""), link if is_plain_link(link) else "")
