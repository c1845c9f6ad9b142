"""Gates: steps there are, posts that exist, and enough different people to pass them, in the smallest unit too."""

from collections.abc import Iterator

from answerable.governance.plan.rules.document import EACH, PlanDocument, PlanGate
from answerable.governance.plan.rules.lint.finding import about
from answerable.governance.plan.rules.lint.house import House
from answerable.governance.plan.rules.reasons import Problem


def people_needed(gate: PlanGate) -> int:
    """Say how many different people a text needs: its readers and its author."""
    return max(len(gate.steps), gate.proofs) + 1 if gate.distinct else 2


def look(document: PlanDocument) -> Iterator[Problem]:
    """Look at every gate on paper."""
    for gate in document.gates.values():
        thing = f"gate:{gate.id}"
        if gate.extends and (gate.extends not in document.gates or document.gates[gate.extends].extends):
            yield about(document, thing, "gate_extends_unknown", id=gate.id, said=gate.extends)
        if not gate.steps:
            yield about(document, thing, "gate_no_steps", id=gate.id)
        codes = [step.by for step in gate.steps if step.by] + [code for code in (gate.by,) if code]
        for code in codes:
            if code not in document.posts:
                yield about(document, thing, "post_unknown", id=code, field="by")
        yield from _same_post(document, gate)


def _same_post(document: PlanDocument, gate: PlanGate) -> Iterator[Problem]:
    """Refuse a gate that asks one post for more readings than it has people: its holder and one backup."""
    if not gate.distinct:
        return
    asked: dict[str, int] = {}
    for step in gate.steps:
        if step.by in document.posts and document.posts[step.by].unit != EACH:
            asked[step.by] = asked.get(step.by, 0) + 1
    for code, times in asked.items():
        most = 2 if document.posts[code].backup else 1
        if times > most:
            yield about(document, f"gate:{gate.id}", "gate_same_post", id=gate.id, post=code, times=times)


def look_in_house(document: PlanDocument, house: House) -> Iterator[Problem]:
    """Look whether the smallest unit could pass each gate."""
    for gate in document.gates.values():
        units = house.each if gate.unit == EACH else (house.top,)
        if not gate.steps or not any(units):
            continue
        smallest = min(units, key=lambda unit: len(house.readers.get(unit, frozenset())))
        there, needed = len(house.readers.get(smallest, frozenset())), people_needed(gate)
        if there < needed:
            yield about(
                document,
                f"gate:{gate.id}",
                "gate_too_few",
                id=gate.id,
                unit=house.units.get(smallest, smallest),
                there=there,
                needed=needed,
            )
