"""What a roster would change: every row is either carried out whole or refused with its reason.

Decided on plain values: the lines of the file and a picture of what is there. Handing the same file in twice gives
a second plan without a step.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from answerable.office.people.rules.posts import HoldingKind, PostKind, Span
from answerable.office.people.rules.roster_cells import Line
from answerable.office.people.rules.roster_persons import (
    KnownPerson,
    Persons,
    Unclear,
    by_how_much_they_say,
    known_key,
)
from answerable.office.people.rules.roster_reasons import Refusal

__all__ = [
    "Known",
    "KnownHolding",
    "KnownPerson",
    "KnownPost",
    "KnownUnit",
    "Plan",
    "Step",
    "known_key",
    "plan",
]


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit that is there."""

    name: str
    parent: str
    short_name: str
    document_code: str
    active: bool


@dataclass(frozen=True, slots=True)
class KnownPost:
    """A post that is there."""

    unit: str
    title: str
    kind: PostKind
    active: bool


@dataclass(frozen=True, slots=True)
class KnownHolding:
    """A holding that is there; `person` is a key as `Plan.person_keys` gives them."""

    post: str
    person: str
    name: str
    kind: HoldingKind
    span: Span


@dataclass(frozen=True, slots=True)
class Known:
    """All that is there."""

    units: Mapping[str, KnownUnit]
    posts: Mapping[str, KnownPost]
    people: Sequence[KnownPerson]
    holdings: Sequence[KnownHolding]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that would be added or changed, with the row that asks for it."""

    row: int
    act: str
    thing: str
    key: str
    name: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps in the order in which they can be carried out, and the refused rows."""

    steps: tuple[Step, ...]
    refused: tuple[Refusal, ...]
    rows: int

    def count(self, act: str, thing: str) -> int:
        """Count the steps of one sort."""
        return sum(step.act == act and step.thing == thing for step in self.steps)


def plan(lines: Sequence[Line], known: Known, *, today: date) -> Plan:
    """Say what a roster would change, refusing row by row until what is left holds together."""
    refused: dict[int, Refusal] = {}
    while True:
        left = [line for line in lines if line.row not in refused]
        round_ = _Round(known, today)
        for check in (round_.units, round_.posts, round_.persons, round_.holdings):
            check(left)
            left = [line for line in left if line.row not in round_.refused]
        if not round_.refused:
            return Plan(tuple(round_.steps), tuple(sorted(refused.values(), key=_row)), len(lines))
        refused.update(round_.refused)


def _row(refusal: Refusal) -> int:
    return refusal.row


def _row_of(line: Line) -> int:
    return line.row


@dataclass
class _Round:
    """One walk over the rows that have not been refused yet."""

    known: Known
    today: date
    steps: list[Step] = field(default_factory=list)
    refused: dict[int, Refusal] = field(default_factory=dict)
    keys: dict[int, str] = field(default_factory=dict)

    def refuse(self, line: Line, code: str, **details: Any) -> None:
        """Refuse a row, for its first reason."""
        self.refused.setdefault(line.row, Refusal(line.row, code, details))

    def agreed(
        self, rows: Iterable[Line], columns: Mapping[str, str]
    ) -> tuple[dict[str, Any], Mapping[str, int]]:
        """Put together what rows say of one thing; a row that says otherwise than an earlier one is refused."""
        values: dict[str, Any] = {}
        said_in: dict[str, int] = {}
        for line in rows:
            for name, column in columns.items():
                value = getattr(line, column)
                if value in ("", None):
                    continue
                if name in values and values[name] != value:
                    self.refuse(line, "differs", column=column, row=said_in[name])
                else:
                    values.setdefault(name, value)
                    said_in.setdefault(name, line.row)
        return values, said_in

    # Units

    def units(self, lines: Sequence[Line]) -> None:
        """Settle the units: those that are there, then new ones below those, level by level."""
        wanted = _grouped(lines, "unit_code")
        columns = {
            "name": "unit",
            "parent": "parent",
            "short_name": "short_name",
            "document_code": "document_code",
        }
        values = {code: self.agreed(rows, columns)[0] for code, rows in wanted.items()}
        for code, rows in wanted.items():
            if code in self.known.units:
                self._known_unit(code, rows, values[code])
        self._new_units({code: rows for code, rows in wanted.items() if code not in self.known.units}, values)

    def _known_unit(self, code: str, rows: Sequence[Line], values: dict[str, Any]) -> None:
        there = self.known.units[code]
        parent = values.pop("parent", there.parent)
        if not there.active or parent != there.parent:
            reason = "unit_moved" if there.active else "unit_gone"
            for line in rows if not there.active else [line for line in rows if line.parent]:
                self.refuse(line, reason, value=code)
            return
        changed = {name: value for name, value in values.items() if value != getattr(there, name)}
        if changed:
            self.steps.append(
                Step(rows[0].row, "change", "unit", code, changed.get("name", there.name), changed)
            )

    def _new_units(self, wanted: Mapping[str, Sequence[Line]], values: Mapping[str, dict[str, Any]]) -> None:
        there = {code for code, unit in self.known.units.items() if unit.active}
        waiting = dict(wanted)
        while waiting:
            ready = [code for code in waiting if values[code].get("parent", "") in there | {""}]
            if not ready:
                break
            for code in ready:
                self._new_unit(code, waiting.pop(code), values[code])
                there.add(code)
        for code, rows in waiting.items():
            for line in rows:
                self.refuse(line, "parent_unknown", value=values[code].get("parent", ""))

    def _new_unit(self, code: str, rows: Sequence[Line], values: dict[str, Any]) -> None:
        if "name" not in values:
            for line in rows:
                self.refuse(line, "unit_unknown", value=code)
            return
        self.steps.append(Step(rows[0].row, "add", "unit", code, values["name"], {"parent": "", **values}))

    # Posts

    def posts(self, lines: Sequence[Line]) -> None:
        """Settle the posts, in units that are there or come with the same file."""
        for code, rows in _grouped(lines, "post_code").items():
            values, _said = self.agreed(rows, {"title": "post", "kind": "kind", "unit": "unit_code"})
            there = self.known.posts.get(code)
            if there is None:
                self._new_post(code, rows, values)
            elif not there.active:
                for line in rows:
                    self.refuse(line, "post_gone", value=code)
            else:
                self._known_post(code, there, rows, values)

    def _new_post(self, code: str, rows: Sequence[Line], values: dict[str, Any]) -> None:
        if len(values) < 3:
            for line in rows:
                self.refuse(line, "post_unknown", value=code)
            return
        self.steps.append(Step(rows[0].row, "add", "post", code, values["title"], values))

    def _known_post(self, code: str, there: KnownPost, rows: Sequence[Line], values: dict[str, Any]) -> None:
        if values.pop("unit", there.unit) != there.unit:
            for line in rows:
                self.refuse(line, "post_moved", value=there.unit)
            return
        changed = {name: value for name, value in values.items() if value != getattr(there, name)}
        if changed:
            self.steps.append(
                Step(rows[0].row, "change", "post", code, changed.get("title", there.title), changed)
            )

    # People

    def persons(self, lines: Sequence[Line]) -> None:
        """Settle the people, and say of each row whom it means."""
        groups: dict[str, list[Line]] = {}
        everybody = Persons(self.known.people)
        for line in by_how_much_they_say(lines):
            try:
                key = everybody.key_of(line)
            except Unclear as unclear:
                self.refuse(line, unclear.code, value=unclear.name)
                continue
            self.keys[line.row] = key
            groups.setdefault(key, []).append(line)
        there = {known_key(person.id): person for person in self.known.people}
        columns = {"name": "person", "staff_number": "staff_number", "email": "email"}
        for key, rows in groups.items():
            values, _said = self.agreed(sorted(rows, key=_row_of), columns)
            known = there.get(key)
            changed = {
                name: value
                for name, value in values.items()
                if known is None or value != getattr(known, name)
            }
            if changed:
                act = "change" if known else "add"
                self.steps.append(Step(rows[0].row, act, "person", key, values["name"], changed))

    # Holdings

    def holdings(self, lines: Sequence[Line]) -> None:
        """Settle who holds what: nobody beside a main holder, nobody twice."""
        there: dict[str, list[KnownHolding]] = {}
        for holding in self.known.holdings:
            there.setdefault(holding.post, []).append(holding)
        for line in lines:
            if line.person and line.post_code:
                self._holding(line, there.setdefault(line.post_code, []))

    def _holding(self, line: Line, there: list[KnownHolding]) -> None:
        kind, key = line.holding or HoldingKind.MAIN, self.keys[line.row]
        wanted = Span(line.begins_on or self.today, line.ends_on)
        mine = [one for one in there if one.person == key and one.kind is kind]
        for one in mine:
            if _says_the_same(line, one, wanted):
                return
            if one.span.overlaps(wanted):
                self.refuse(line, "holds_otherwise", value=one.span.begins_on.isoformat())
                return
        others = [one for one in there if one.kind is HoldingKind.MAIN and one.span.overlaps(wanted)]
        if kind is HoldingKind.MAIN and others:
            self.refuse(line, "main_taken", value=others[0].name)
            return
        there.append(KnownHolding(line.post_code, key, line.person, kind, wanted))
        values = {
            "post": line.post_code,
            "person": key,
            "kind": kind,
            "begins_on": wanted.begins_on,
            "ends_on": wanted.ends_on,
        }
        self.steps.append(Step(line.row, "add", "holding", line.post_code, line.person, values))


def _says_the_same(line: Line, one: KnownHolding, wanted: Span) -> bool:
    """Say whether a holding that is there already is what the row asks for; dates it leaves out agree with any."""
    begins = line.begins_on is None or line.begins_on == one.span.begins_on
    ends = line.ends_on is None or line.ends_on == one.span.ends_on
    return begins and ends and one.span.overlaps(wanted)


def _grouped(lines: Sequence[Line], column: str) -> dict[str, list[Line]]:
    groups: dict[str, list[Line]] = {}
    for line in lines:
        if getattr(line, column):
            groups.setdefault(getattr(line, column), []).append(line)
    return groups
