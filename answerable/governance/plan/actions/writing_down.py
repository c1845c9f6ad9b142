"""Writes a plan down into the office: its calendar, clocks, ladders and figures, and its gates."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from answerable.governance.plan.rules.document import PlanDocument, PlanGate, PlanRule, PlanStage, PlanStep
from answerable.governance.plan.rules.packs import Pack
from answerable.kernel.actor import Actor
from answerable.office.clocks import actions as clocks
from answerable.office.clocks.rules.ladders import Ladder, Rung
from answerable.office.clocks.rules.sheet import Parameter, Sheet
from answerable.office.clocks.rules.staging import EventRule, Extension, Stage
from answerable.office.review.actions import adopt_gates
from answerable.office.review.rules import Gate, GateStep


def write_down(
    document: PlanDocument, bound: Mapping[tuple[str, int], int], *, by: Actor, at: datetime
) -> None:
    """Let the clocks, ladders, figures and gates of a plan hold in the office from now on."""
    clocks.adopt(sheet_of(document, bound), by=by, at=at)
    adopt_gates(gates_of(document), by=by, at=at)


def write_down_start(pack: Pack, calendar: str, zone: str, *, by: Actor, at: datetime) -> None:
    """Let the starting clocks and gates hold, which name no posts."""
    clocks.adopt(sheet_of(pack.start, {}, calendar=calendar, zone=zone), by=by, at=at)
    adopt_gates(gates_of(pack.start), by=by, at=at)


def sheet_of(
    document: PlanDocument, bound: Mapping[tuple[str, int], int], *, calendar: str = "", zone: str = ""
) -> Sheet:
    """Give what the office keeps of a plan to run its clocks."""
    posts: dict[str, list[int]] = {}
    for (code, _unit), post in sorted(bound.items()):
        posts.setdefault(code, []).append(post)
    clauses: dict[str, list[str]] = {}
    for clause in document.clauses:
        for thing in clause.gives:
            clauses.setdefault(thing.partition(":")[2], []).append(clause.id)
    return Sheet(
        calendar=document.calendar or calendar,
        zone=document.zone or zone,
        ladders={
            key: Ladder(key, tuple(Rung(rung.at, rung.to, rung.do) for rung in ladder.rungs))
            for key, ladder in document.ladders.items()
        },
        rules={key: _rule(rule) for key, rule in document.rules.items()},
        parameters={
            key: Parameter(one.value, " ".join(filter(None, (one.source, one.article))), one.certainty)
            for key, one in document.params.items()
        },
        posts={code: tuple(ids) for code, ids in posts.items()},
        clauses={key: tuple(ids) for key, ids in clauses.items()},
    )


def _rule(rule: PlanRule) -> EventRule:
    """Give a rule's clocks. A stage at the next turn is counted by whoever carries it out, not by a clock."""
    extend = Extension(rule.extend.limit, rule.extend.approver) if rule.extend is not None else None
    stages = tuple(_stage(stage) for stage in rule.stages if stage.in_ or stage.every)
    return EventRule(rule.id, rule.on, stages, rule.start, rule.ladder, extend, rule.pause)


def _stage(stage: PlanStage) -> Stage:
    by = stage.by[0] if stage.by else ""
    return Stage(stage.do, stage.in_, stage.every, by, stage.to, stage.min_people)


def gates_of(document: PlanDocument) -> tuple[Gate, ...]:
    """Give the plan's gates as the office keeps them: posts become the kind of post that may take a step."""
    return tuple(_gate(gate, document) for gate in document.gates.values())


def _gate(gate: PlanGate, document: PlanDocument) -> Gate:
    wanted = (*gate.require, *_asked(gate))
    steps = [_step(step, document) for step in gate.steps]
    if steps and wanted:
        # What a gate asks for beyond its steps is ticked at the last one.
        last = steps[-1]
        checks = tuple(dict.fromkeys((*last.checks, *wanted)))
        steps[-1] = replace(last, checks=checks)
    if steps:
        steps[-1] = replace(steps[-1], needs=_needs(gate))
    return Gate(gate.id, _names(gate.names, gate.id), tuple(steps), gate.proofs, gate.distinct)


def _asked(gate: PlanGate) -> tuple[str, ...]:
    asked = gate.settings.get("require_before_sign", ())
    return tuple(str(one) for one in asked) if isinstance(asked, list | tuple) else ()


def _needs(gate: PlanGate) -> dict[str, str]:
    """Give the post that takes the last step at a level: `high_needs: P-LEAD`."""
    ending = "_needs"
    named = {key.removesuffix(ending): post for key, post in gate.settings.items() if key.endswith(ending)}
    return {level: post for level, post in named.items() if isinstance(post, str)}


def _step(step: PlanStep, document: PlanDocument) -> GateStep:
    post = document.posts.get(step.by)
    return GateStep(step.id, _names(step.names, step.id), post.kind if post is not None else "", step.checks)


def _names(names: Mapping[str, str], key: str) -> dict[str, str]:
    """Give names under the codes of the languages of the house."""
    english, chinese = names.get("en", ""), names.get("zh", "")
    return {"en": english or chinese or key, "zh-hans": chinese or english or key}
