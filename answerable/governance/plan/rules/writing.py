"""Writes plain values as YAML that a clerk can read: one line a thing, quotes only where they are needed."""

import json
import re
from collections.abc import Mapping
from typing import Any

from answerable.governance.plan.rules import document as d

#: A text that stands bare in YAML, inside braces too, and that no reader takes for a number or a truth value.
_SIGNS = r"\w\u4e00-\u9fff$%./《》〔〕（）、，。；·\-"
_BARE = re.compile(rf"[A-Za-z\u4e00-\u9fff《〔（$][{_SIGNS}:]*( [{_SIGNS}]+)*")
_TAKEN = frozenset({"true", "false", "null", "yes", "no", "on", "off", "~", "y", "n"})


def scalar(value: object) -> str:
    """Write one value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.10f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    text = str(value)
    if _BARE.fullmatch(text) and text.lower() not in _TAKEN and not text.endswith(":") and ": " not in text:
        return text
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def flow(value: Any) -> str:
    """Write a value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    return scalar(value)


def clause_lines(clause: Mapping[str, Any]) -> list[str]:
    """Write a clause as an entry of the list of clauses, one field a line."""
    head, *rest = [f"{key}: {flow(value)}" for key, value in clause.items()]
    return [f"  - {head}", *(f"    {line}" for line in rest)]


def clause_record(clause: d.Clause) -> dict[str, Any]:
    """Give a clause as plain values, without what is empty."""
    record: dict[str, Any] = {"id": clause.id, "ref": clause.ref}
    if clause.names:
        record["title"] = dict(clause.names)
    record["text"] = clause.text
    for key in ("basis", "none"):
        if getattr(clause, key):
            record[key] = getattr(clause, key)
    for key in ("gives", "forbids"):
        if getattr(clause, key):
            record[key] = list(getattr(clause, key))
    return record


def _filled(record: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value not in ("", (), [], {}, None)}


def duty_record(duty: d.Duty) -> dict[str, Any]:
    """Give a duty as plain values, as a plan file lists it."""
    return _filled(
        {
            **duty.names,
            "owner": duty.owner,
            "rrule": duty.rrule,
            "only": duty.only,
            "due": {"at": duty.due.at, "roll": duty.due.roll},
            "to": duty.to,
            "accept_by": duty.accept_by,
            "sign": duty.sign,
            "evidence": list(duty.evidence),
            "nothing_found_ok": duty.nothing_found_ok or "",
            "ladder": duty.ladder,
            "lead": duty.lead,
            "measure": dict(duty.measure),
            "draw": dict(duty.draw),
            "doc": dict(duty.doc),
            "note": dict(duty.note),
        }
    )


def stage_record(stage: d.PlanStage) -> dict[str, Any]:
    """Give a stage as plain values."""
    return _filled(
        {
            "in": stage.in_,
            "every": stage.every,
            "at": stage.at,
            "do": stage.do,
            "by": list(stage.by),
            "to": stage.to,
            "until": stage.until,
            "min_people": stage.min_people if stage.min_people != 1 else "",
            "not": stage.not_same,
        }
    )


def rule_record(rule: d.PlanRule) -> dict[str, Any]:
    """Give an event rule as plain values."""
    extend = rule.extend
    return _filled(
        {
            **rule.names,
            "on": rule.on,
            "start": rule.start,
            "stages": [stage_record(stage) for stage in rule.stages],
            "ladder": rule.ladder,
            "pause": list(rule.pause),
            "extend": {"to": extend.limit, "approver": extend.approver, "tell_asker": extend.tell_asker}
            if extend
            else "",
        }
    )


def gate_record(gate: d.PlanGate) -> dict[str, Any]:
    """Give a gate as plain values."""
    steps = [
        _filled({"key": step.id, **step.names, "checks": list(step.checks), "by": step.by})
        for step in gate.steps
    ]
    return {
        **_filled({**gate.names, "extends": gate.extends, "steps": steps, "proofs": gate.proofs or ""}),
        "distinct": gate.distinct,
        **_filled(
            {"require": list(gate.require), "by": gate.by, "unit": gate.unit if gate.unit != d.BUREAU else ""}
        ),
        **gate.settings,
    }


def write_plan(plan: d.PlanDocument) -> str:
    """Write a whole plan as one file, with its figures filled in."""
    source = _filled({"doc_no": plan.source.doc_no, "file": plan.source.file, "sha256": plan.source.sha256})
    head = {
        "id": plan.id,
        "version": plan.version,
        "effective": plan.effective.isoformat() if plan.effective else "",
        "calendar": plan.calendar,
        "zone": plan.zone,
        "title": dict(plan.title),
        "source": source,
    }
    lines = [
        "plan:",
        *(f"  {key}: {_dated(key, value)}" for key, value in head.items() if value not in ("", {})),
    ]
    own = {key: one for key, one in plan.params.items() if not one.pack}
    lines += ["", f"packs: {flow(list(plan.packs))}"] if plan.packs else []
    shelves: dict[str, dict[str, Any]] = {
        "params": {key: _parameter(one) for key, one in own.items()},
        "posts": {key: _post(one) for key, one in plan.posts.items()},
        "ladders": {key: _ladder(one) for key, one in plan.ladders.items()},
    }
    for section, entries in shelves.items():
        lines += _shelf(section, entries)
    if plan.headings:
        lines += ["", f"headings: {flow(plan.headings)}"]
    if plan.clauses:
        lines += ["", "clauses:"]
        for clause in plan.clauses:
            lines += clause_lines(clause_record(clause))
    rest: dict[str, dict[str, Any]] = {
        "duties": {key: duty_record(one) for key, one in plan.duties.items()},
        "rules": {key: rule_record(one) for key, one in plan.rules.items()},
        "gates": {key: gate_record(one) for key, one in plan.gates.items()},
        "checks": {key: {**one.names, **one.settings} for key, one in plan.checks.items()},
        "procs": {
            key: {**one.names, "trigger": one.trigger, "steps": list(one.steps), **one.settings}
            for key, one in plan.procs.items()
        },
    }
    for section, entries in rest.items():
        lines += _shelf(section, entries)
    return "\n".join(lines) + "\n"


def _dated(key: str, value: Any) -> str:
    return str(value) if key == "effective" else flow(value)


def _shelf(section: str, entries: Mapping[str, Any]) -> list[str]:
    if not entries:
        return []
    return ["", f"{section}:", *(f"  {key}: {flow(value)}" for key, value in entries.items())]


def _parameter(one: d.Parameter) -> dict[str, Any]:
    facts = {name: getattr(one, name) for name in ("source", "article", "certainty", "checked", "bound")}
    return {"value": one.value, **one.names, **_filled(facts)}


def _post(one: d.PlanPost) -> dict[str, Any]:
    return _filled({**one.names, "unit": one.unit, "kind": one.kind, "backup": one.backup})


def _ladder(one: d.PlanLadder) -> dict[str, Any]:
    rungs = [{"at": rung.at, "to": list(rung.to), "do": rung.do} for rung in one.rungs]
    return {**one.names, "rungs": rungs}
