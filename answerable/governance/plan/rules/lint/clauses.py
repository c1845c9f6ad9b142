"""Every clause gives something or says why not; every object has a clause; the text is still that of the document."""

from collections.abc import Iterator, Sequence

from answerable.governance.plan.rules.document import KINDS, Clause, Duty, PlanDocument, PlanRule, text_hash
from answerable.governance.plan.rules.lexicon import limits_in
from answerable.governance.plan.rules.lint.finding import about, warn
from answerable.governance.plan.rules.matching import matched
from answerable.governance.plan.rules.numbering import Sentence
from answerable.governance.plan.rules.reasons import Problem


def look(document: PlanDocument) -> Iterator[Problem]:
    """Look at every clause, then at every object."""
    things = dict(document.objects())
    if not document.clauses:
        yield about(document, "plan", "no_clauses")
    for clause in document.clauses:
        yield from _clause(document, clause, set(things))
        yield from _figures(document, clause)
    given = {thing for clause in document.clauses for thing in clause.gives}
    for thing, named in things.items():
        if thing not in given:
            yield about(document, thing, "object_without_clause", id=named.id)


def _clause(document: PlanDocument, clause: Clause, things: set[str]) -> Iterator[Problem]:
    thing = f"clause:{clause.id}"
    if not clause.text.strip():
        yield about(document, thing, "clause_empty", id=clause.id)
    if not clause.gives and not clause.none.strip():
        yield about(document, thing, "clause_gives_nothing", id=clause.id, ref=clause.ref)
    if clause.gives and clause.none.strip():
        yield about(document, thing, "clause_gives_and_none", id=clause.id)
    for given in clause.gives:
        if given in things:
            continue
        kind = given.partition(":")[0]
        code = "gives_unknown" if kind in KINDS else "gives_odd"
        yield about(document, thing, code, id=clause.id, given=given)


def _figures(document: PlanDocument, clause: Clause) -> Iterator[Problem]:
    """Compare the limits that the sentence names with those of what it gives rise to."""
    spoken = set(limits_in(clause.text))
    counted = {limit for given in clause.gives for limit in _limits(document, given)}
    if spoken and counted and not spoken & counted:
        yield warn(
            document,
            f"clause:{clause.id}",
            "figures_differ",
            id=clause.id,
            says=", ".join(sorted(spoken)),
            counts=", ".join(sorted(counted)),
        )


def _limits(document: PlanDocument, given: str) -> set[str]:
    kind, _, key = given.partition(":")
    shelf: dict[str, Duty | PlanRule] = {**document.rules} if kind == "rule" else {}
    rule = shelf.get(key)
    if not isinstance(rule, PlanRule):
        return set()
    limits = {stage.in_ or stage.every for stage in rule.stages}
    if rule.extend is not None:
        limits.add(rule.extend.limit)
    return limits - {""}


def look_at_text(document: PlanDocument, sentences: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    """Look which clauses are no longer what the written document says, and which sentences have no clause."""
    if not sentences:
        return
    written = {text_hash(text): ref for ref, text in sentences}
    for clause in document.clauses:
        if clause.hash not in written:
            yield about(document, f"clause:{clause.id}", "stale_text", id=clause.id, ref=clause.ref)
    found = matched(document.clauses, [Sentence(ref, text) for ref, text in sentences])
    for sentence in found.fresh:
        yield about(document, "plan", "sentence_without_clause", ref=sentence.ref, text=sentence.text[:60])
