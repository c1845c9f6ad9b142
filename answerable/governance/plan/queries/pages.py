"""Rows for the room's pages, in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import get_language

from answerable.governance.plan.packs import shipped_packs
from answerable.governance.plan.queries.beside import ClauseStatus
from answerable.governance.plan.queries.house import Place
from answerable.governance.plan.queries.reader import ClauseRow, clause_rows
from answerable.governance.plan.queries.versions import VersionPage, places_of, suggested
from answerable.governance.plan.rules.document import (
    Clause,
    Named,
    Parameter,
    PlanDocument,
    name_in,
    text_hash,
)
from answerable.governance.plan.rules.lexicon import Suggestion
from answerable.governance.plan.rules.matching import nearest
from answerable.governance.plan.rules.numbering import Sentence
from answerable.governance.plan.rules.packs import Pack
from answerable.governance.plan.rules.reader import read_plan
from answerable.governance.plan.rules.reasons import Problem, Weight
from answerable.governance.plan.rules.saying import KIND_NAMES, rhythm
from answerable.governance.plan.rules.sentences import sentence_of
from answerable.governance.plan.shipped import shipped_plans
from answerable.office.people.queries import answering, held_today


def _language() -> str:
    return get_language() or "en"


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """A plan that ships, to begin a draft with."""

    name: str
    title: str
    clauses: int


def starting_points() -> tuple[StartingPoint, ...]:
    """List the plans that ship."""
    found = []
    packs = {key: pack.params for key, pack in shipped_packs().items()}
    for name, text in shipped_plans().items():
        document = read_plan(text, packs).document
        if document is not None:
            found.append(StartingPoint(name, name_in(document.title, _language()), len(document.clauses)))
    return tuple(found)


def stand_of(statuses: Mapping[str, ClauseStatus]) -> dict[str, int]:
    """Count the sentences by how they stand."""
    counts: dict[str, int] = {}
    for status in statuses.values():
        counts[status.tone] = counts.get(status.tone, 0) + 1
    return counts


# Findings


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding with the way to put it right."""

    line: int
    said: str
    step: str
    is_error: bool
    clause: str = ""
    sentence: str = ""
    words: str = ""
    code: str = ""
    post: str = ""
    duty: str = ""


def finding_rows(page: VersionPage) -> tuple[FindingRow, ...]:
    """Give the findings in the order of the file."""
    by_text = {text[:60]: (text_hash(text), text) for _ref, text in page.sentences}
    free = _free_sentences(page)
    return tuple(_finding(problem, page, by_text, free) for problem in page.problems)


def text_problems(text: str) -> tuple[FindingRow, ...]:
    """Say what keeps a text from being read as a plan."""
    reading = read_plan(text)
    found = reading.problems if reading.document is None else ()
    return tuple(FindingRow(one.place.line, *sentence_of(one), True) for one in found)


def _free_sentences(page: VersionPage) -> list[Sentence]:
    known = {clause.hash for clause in page.document.clauses} if page.document is not None else set()
    return [Sentence(ref, text) for ref, text in page.sentences if text_hash(text) not in known]


def _finding(
    problem: Problem, page: VersionPage, by_text: Mapping[str, tuple[str, str]], free: list[Sentence]
) -> FindingRow:
    said, step = sentence_of(problem)
    kind, _, key = problem.thing.partition(":")
    sentence, words = "", ""
    if problem.code == "sentence_without_clause":
        sentence, words = by_text.get(str(problem.details["text"]), ("", ""))
    elif problem.code == "stale_text" and page.document is not None:
        clause = page.document.clause(key)
        near = nearest(clause.text, free) if clause is not None else None
        if near is not None:
            sentence, words = text_hash(near.text), near.text
    return FindingRow(
        line=problem.place.line,
        said=said,
        step=step,
        is_error=problem.weight is Weight.ERROR,
        clause=key if kind == "clause" else "",
        sentence=sentence,
        words=words,
        code=problem.code,
        post=key if kind == "post" else "",
        duty=key if kind == "duty" else "",
    )


# Clauses of a draft


@dataclass(frozen=True, slots=True)
class EditRow:
    """A clause of a draft: what it gives, and what its words suggest."""

    row: ClauseRow
    suggestions: tuple[Suggestion, ...]
    is_open: bool


def edit_rows(page: VersionPage) -> tuple[EditRow, ...]:
    """Give the clauses of a draft with their suggestions."""
    if page.document is None:
        return ()
    offered = suggested(page)
    rows = clause_rows(page.document)
    return tuple(EditRow(row, offered.get(row.id, ()), not row.gives and not row.none) for row in rows)


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """What a clause's words suggest, in words, with a value to begin with."""

    kind: str
    kind_name: str
    words: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ClausePage:
    """One clause of a draft."""

    clause: Clause
    row: ClauseRow
    suggestions: tuple[SuggestionRow, ...]
    before: str
    after: str


def clause_page(page: VersionPage, key: str) -> ClausePage | None:
    """Give one clause with its neighbours, so that a plan can be gone through one by one."""
    if page.document is None:
        return None
    clause = page.document.clause(key)
    if clause is None:
        return None
    ids = [one.id for one in page.document.clauses]
    place = ids.index(key)
    row = next(row for row in clause_rows(page.document) if row.id == key)
    offered = tuple(
        SuggestionRow(one.kind, str(KIND_NAMES[one.kind]), one.words, one.value, _meaning(one))
        for one in suggested(page).get(key, ())
    )
    return ClausePage(
        clause,
        row,
        offered,
        ids[place - 1] if place else "",
        ids[place + 1] if place + 1 < len(ids) else "",
    )


def _meaning(one: Suggestion) -> str:
    return rhythm(one.value) if one.kind == "duty" and one.value else one.value


# Posts


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A unit in which a plan post is wanted: the post that stands for it, who answers, and the choices."""

    unit: int
    unit_name: str
    post: int | None
    title: str
    holder: str
    choices: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class PostRow:
    """A plan post with its places."""

    code: str
    name: str
    backup: str
    places: tuple[PlaceRow, ...]

    @property
    def missing(self) -> int:
        """How many places nobody stands in for."""
        return sum(place.post is None for place in self.places)


def place_rows(page: VersionPage, *, at: datetime) -> tuple[PostRow, ...]:
    """Give the plan's posts with the posts of the house."""
    if page.document is None:
        return ()
    rows = places_of(page)
    bound = [row.post for row in rows if row.post is not None]
    held = held_today(bound, at=at)
    first, names = answering(bound, held), {one.person: one.name for one in held}
    by_code: dict[str, list[PlaceRow]] = {code: [] for code in page.document.posts}
    for row in rows:
        by_code[row.code].append(_place(row, first, names))
    return tuple(
        PostRow(code, post.name(_language()), _backup(page.document, post.backup), tuple(by_code[code]))
        for code, post in page.document.posts.items()
    )


def _place(row: Place, answering: Mapping[int, Any], names: Mapping[int, str]) -> PlaceRow:
    first = answering.get(row.post) if row.post is not None else None
    titles = {post.id: f"{post.title} ({post.code})" for post in row.choices}
    return PlaceRow(
        row.unit.id,
        row.unit.name,
        row.post,
        titles.get(row.post, "") if row.post is not None else "",
        names.get(first.person, "") if first is not None else "",
        tuple(titles.items()),
    )


def _backup(document: PlanDocument, code: str) -> str:
    return document.posts[code].name(_language()) if code in document.posts else code


# Packs


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack with its figures."""

    pack: Pack
    title: str
    note: str
    figures: tuple[tuple[Parameter, str, str], ...]


def pack_rows(packs: Iterable[Pack]) -> tuple[PackRow, ...]:
    """Give the packs in the reader's language."""
    return tuple(
        PackRow(
            pack,
            name_in(pack.names, _language()),
            name_in(pack.note, _language()),
            tuple((one, name_in(one.names, _language()), _shown(one.value)) for one in pack.params.values()),
        )
        for pack in packs
    )


def _shown(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return f"{len(value)} ×"
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {one}" for key, one in value.items())
    return str(value)


def name_of(document: PlanDocument, thing: str) -> str:
    """Name a `kind:id` of a plan."""
    kind, _, key = thing.partition(":")
    found: Named | None = dict(document.objects()).get(thing) or document.ladders.get(key)
    return f"{KIND_NAMES.get(kind, kind)} {found.name(_language()) if found is not None else key}"
