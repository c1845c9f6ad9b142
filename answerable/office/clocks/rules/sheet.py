"""What a plan in force writes down for the office: calendar, ladders, rules, figures, who holds its posts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from answerable.office.clocks.rules.ladders import Ladder, Rung, read_offset
from answerable.office.clocks.rules.limits import read_limit
from answerable.office.clocks.rules.staging import EventRule, Extension, Stage


@dataclass(frozen=True, slots=True)
class Parameter:
    """One figure of the plan or of a rule pack, where it comes from, and how sure that is."""

    value: Any
    source: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a plan in force writes down here."""

    calendar: str
    zone: str
    ladders: Mapping[str, Ladder] = field(default_factory=dict)
    rules: Mapping[str, EventRule] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    posts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    clauses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def as_record(sheet: Sheet) -> dict[str, Any]:
    """Give a sheet as plain values for keeping."""
    return asdict(sheet)


def as_sheet(record: Mapping[str, Any]) -> Sheet:
    """Read a kept sheet."""
    return Sheet(
        calendar=record["calendar"],
        zone=record["zone"],
        ladders={name: as_ladder(one) for name, one in record["ladders"].items()},
        rules={key: as_rule(one) for key, one in record["rules"].items()},
        parameters={key: Parameter(**one) for key, one in record["parameters"].items()},
        posts={code: tuple(ids) for code, ids in record["posts"].items()},
        clauses={key: tuple(ids) for key, ids in record["clauses"].items()},
    )


def as_ladder(record: Mapping[str, Any]) -> Ladder:
    """Read a kept ladder."""
    return Ladder(
        record["name"], tuple(Rung(one["at"], tuple(one["to"]), one["do"]) for one in record["rungs"])
    )


def as_rule(record: Mapping[str, Any]) -> EventRule:
    """Read a kept rule."""
    extend = Extension(**record["extend"]) if record["extend"] else None
    stages = tuple(Stage(**one) for one in record["stages"])
    plain = {key: record[key] for key in ("id", "on", "start", "ladder")}
    return EventRule(**plain, stages=stages, extend=extend, pause=tuple(record["pause"]))


def check(sheet: Sheet) -> None:
    """Refuse a sheet that could not run: a limit or an offset that nobody can read. Raises ValueError."""
    for ladder in sheet.ladders.values():
        for rung in ladder.rungs:
            read_offset(rung.at)
    for rule in sheet.rules.values():
        for stage in rule.stages:
            read_limit(stage.in_ or stage.every)
        if rule.extend:
            read_limit(rule.extend.limit)
