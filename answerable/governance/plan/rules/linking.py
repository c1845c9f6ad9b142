"""What stands between entries: the stricter figure, clauses with what they give, gates with what they extend."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from answerable.governance.plan.rules import document as d


def stricter(first: d.Parameter, second: d.Parameter) -> d.Parameter:
    """Give the stricter of two figures of one name; the later one where neither is bounded."""
    one, two = first.value, second.value
    if not isinstance(one, int | float) or not isinstance(two, int | float):
        return second
    bound = first.bound or second.bound
    if bound == "most":
        return first if one <= two else second
    if bound == "least":
        return first if one >= two else second
    return second


def linked(made: d.PlanDocument) -> d.PlanDocument:
    """Write into every object which clauses give rise to it, and into a gate what it takes over from another."""
    giving: dict[str, list[str]] = {}
    for clause in made.clauses:
        for thing in clause.gives:
            giving.setdefault(thing, []).append(clause.id)

    def of(kind: str, shelf: Mapping[str, Any]) -> dict[str, Any]:
        return {
            key: replace(one, clauses=tuple(giving.get(f"{kind}:{key}", ()))) for key, one in shelf.items()
        }

    gates = {key: _extended(gate, made.gates) for key, gate in made.gates.items()}
    return replace(
        made,
        duties=of("duty", made.duties),
        rules=of("rule", made.rules),
        gates=of("gate", gates),
        checks=of("check", made.checks),
        procs=of("proc", made.procs),
    )


def _extended(gate: d.PlanGate, gates: Mapping[str, d.PlanGate]) -> d.PlanGate:
    """Give a gate with the steps and proofreadings of the one it extends."""
    root = gates.get(gate.extends)
    if root is None or root.extends:
        return gate
    steps = gate.steps or root.steps
    return replace(gate, steps=steps, proofs=gate.proofs or root.proofs, distinct=root.distinct)
