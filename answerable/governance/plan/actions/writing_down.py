"""Writes a plan down into the office: its clocks and ladders, and its gates."""

from collections.abc import Mapping
from datetime import datetime

from answerable.governance.plan.rules.document import PlanDocument, PlanGate, PlanStep
from answerable.governance.plan.rules.packs import Pack
from answerable.kernel.actor import Actor
from answerable.office.review.actions import adopt_gates
from answerable.office.review.rules import Gate, GateStep

#: What a gate asks for beyond its steps is ticked at the last one.
_LAST = ("require", "require_before_sign")


def write_down(
    document: PlanDocument, bound: Mapping[tuple[str, int], int], *, by: Actor, at: datetime
) -> None:
    """Let the clocks, ladders and gates of a plan hold in the office from now on."""
    adopt_gates(gates_of(document), by=by, at=at)


def write_down_start(pack: Pack, *, calendar: str = "", zone: str = "", by: Actor, at: datetime) -> None:
    """Let the starting clocks and gates hold, which name no posts."""
    adopt_gates(gates_of(pack.start), by=by, at=at)


def gates_of(document: PlanDocument) -> tuple[Gate, ...]:
    """Give the plan's gates as the office keeps them: posts become the kind of post that may take a step."""
    return tuple(_gate(gate, document) for gate in document.gates.values())


def _gate(gate: PlanGate, document: PlanDocument) -> Gate:
    wanted = (*gate.require, *_asked(gate))
    steps = [_step(step, document) for step in gate.steps]
    if steps and wanted:
        last = steps[-1]
        checks = tuple(dict.fromkeys((*last.checks, *wanted)))
        steps[-1] = GateStep(last.key, last.names, last.kind, checks)
    return Gate(gate.id, _names(gate.names, gate.id), tuple(steps), gate.proofs, gate.distinct)


def _asked(gate: PlanGate) -> tuple[str, ...]:
    asked = gate.settings.get("require_before_sign", ())
    return tuple(str(one) for one in asked) if isinstance(asked, list | tuple) else ()


def _step(step: PlanStep, document: PlanDocument) -> GateStep:
    post = document.posts.get(step.by)
    return GateStep(step.id, _names(step.names, step.id), post.kind if post is not None else "", step.checks)


def _names(names: Mapping[str, str], key: str) -> dict[str, str]:
    """Give names under the codes of the languages of the house."""
    english, chinese = names.get("en", ""), names.get("zh", "")
    return {"en": english or chinese or key, "zh-hans": chinese or english or key}
