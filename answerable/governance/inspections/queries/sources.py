"""Where checklists come from: sentences of the plan in force, figures of its rule packs, a method's own questions."""

from datetime import datetime

from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.rules.checklist import (
    Figure,
    Question,
    Sentence,
    from_figures,
    from_sentences,
)
from answerable.governance.plan import queries as plan


def questions_at_hand(method: str, *, at: datetime) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    """Give what a checklist can be made of, by where it comes from: method, plan, figures."""
    own = METHODS[method].questions() if method in METHODS else ()
    standing = plan.in_force(at=at)
    if standing is None:
        return (("method", own),)
    sentences = [
        Sentence(one.id, one.ref, one.text, one.names.get("en", ""), one.names.get("zh", ""))
        for one in standing.document.clauses
        if one.gives
    ]
    figures = [
        Figure(
            one.id,
            one.names.get("en", one.id),
            one.names.get("zh", one.id),
            str(one.value),
            one.bound,
            one.source,
        )
        for one in standing.document.params.values()
        if one.bound
    ]
    return (("method", own), ("plan", from_sentences(sentences)), ("figures", from_figures(figures)))


def duties_of_plan(*, at: datetime) -> tuple[tuple[str, str, str], ...]:
    """List the duties of the plan that a round can carry out: those with a draw or a pairing first. (id, en, zh)."""
    standing = plan.in_force(at=at)
    if standing is None:
        return ()
    duties = sorted(standing.document.duties.values(), key=lambda duty: not duty.draw)
    return tuple((duty.id, duty.name("en"), duty.name("zh")) for duty in duties)


def terms_of_duty(duty: str, *, at: datetime) -> dict[str, str]:
    """Give what the plan says of a duty's draw: share and inspectors, where it says so."""
    standing = plan.in_force(at=at)
    found = standing.document.duties.get(duty) if standing else None
    if found is None:
        return {}
    return {key: str(found.draw[key]) for key in ("ratio", "inspectors", "from") if key in found.draw}
