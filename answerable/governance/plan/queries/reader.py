"""The plan as people read it: sentence by sentence, with what each gives rise to and how that stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from answerable.governance.plan.queries.beside import ClauseStatus, statuses_of
from answerable.governance.plan.rules.document import Clause, Named, PlanDocument
from answerable.governance.plan.rules.places import headings_before
from answerable.governance.plan.rules.saying import KIND_NAMES, thing_words
from answerable.governance.plan.rules.states import State
from answerable.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class GivenRow:
    """One thing that a sentence gives rise to."""

    thing: str
    kind: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One sentence as it is read."""

    id: str
    ref: str
    title: str
    text: str
    basis: str
    none: str
    forbids: tuple[str, ...]
    gives: tuple[GivenRow, ...]
    status: ClauseStatus | None
    headings: tuple[tuple[str, str], ...] = ()

    @property
    def language(self) -> str:
        """The language of its words, for readers aloud and for the choice of a face."""
        return "zh-Hans" if any("\u4e00" <= sign <= "\u9fff" for sign in self.text) else "en"


def clause_rows(
    document: PlanDocument, statuses: dict[str, ClauseStatus] | None = None
) -> tuple[ClauseRow, ...]:
    """Give the sentences of a plan in the reader's language."""
    things = dict(document.objects())
    known = statuses or {}
    places = {clause.ref for clause in document.clauses}
    rows, before = [], ""
    for clause in document.clauses:
        row = _row(clause, document, things, known.get(clause.id))
        opened = tuple(headings_before(before, clause.ref, document.headings, places))
        rows.append(replace(row, headings=opened))
        before = clause.ref
    return tuple(rows)


def _row(
    clause: Clause, document: PlanDocument, things: dict[str, Named], status: ClauseStatus | None
) -> ClauseRow:
    wanted = "zh" if (get_language() or "en").startswith("zh") else "en"
    title = clause.names.get(wanted, "")
    return ClauseRow(
        id=clause.id,
        ref=clause.ref,
        title=title if title != clause.text else "",
        text=clause.text,
        basis=clause.basis,
        none=clause.none,
        forbids=clause.forbids,
        gives=tuple(given_rows(clause.gives, document, things)),
        status=status,
    )


def given_rows(gives: Sequence[str], document: PlanDocument, things: dict[str, Named]) -> list[GivenRow]:
    """Say what a sentence gives rise to; an id that is not in the plan says so."""
    language = get_language() or "en"
    rows = []
    for thing in gives:
        kind = thing.partition(":")[0]
        one = things.get(thing)
        name = one.name(language) if one is not None else _("%(thing)s is not in the plan") % {"thing": thing}
        words = thing_words(kind, one, document) if one is not None else ""
        rows.append(GivenRow(thing, str(KIND_NAMES.get(kind, kind)), name, words))
    return rows


def with_statuses(actor: Actor, version: int, state: State, *, at: datetime) -> dict[str, ClauseStatus]:
    """Give the status of each sentence of a version that stands or stood."""
    if state not in (State.IN_FORCE, State.SUPERSEDED, State.REPEALED):
        return {}
    return dict(statuses_of(actor, version, at=at))
