"""The one file by which anyone recomputes a draw: what was fixed, by which hash, from which seed, with which result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from answerable.governance.inspections.rules import draw, pairing
from answerable.governance.inspections.rules.draw import FORMAT, Announcement, Lot, Member, Recusal, Stratum


@dataclass(frozen=True, slots=True)
class Named:
    """A member with the words by which people know it; the words are not part of what is hashed."""

    id: str
    unit: str
    name: str


@dataclass(frozen=True, slots=True)
class NamedList:
    """A list of members with names, and how many are taken."""

    name: str
    take: int
    members: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Fixing:
    """What is fixed for a draw, as it is kept and shown."""

    draw: str
    sources: tuple[str, ...]
    lists: tuple[NamedList, ...]
    inspectors: NamedList | None = None
    times: int = 0
    apart: tuple[tuple[str, str], ...] = ()
    last: tuple[tuple[str, str], ...] = ()


def as_record(fixing: Fixing) -> dict[str, Any]:
    """Give what was fixed as plain values for JSON, ids in order."""
    return {
        "draw": fixing.draw,
        "sources": list(fixing.sources),
        "lists": [_list_record(one) for one in sorted(fixing.lists, key=lambda one: one.name)],
        "inspectors": _list_record(fixing.inspectors) if fixing.inspectors else None,
        "times": fixing.times,
        "apart": sorted(list(pair) for pair in fixing.apart),
        "last": sorted(list(pair) for pair in fixing.last),
    }


def _list_record(one: NamedList) -> dict[str, Any]:
    members = sorted(one.members, key=lambda member: member.id)
    return {
        "name": one.name,
        "take": one.take,
        "members": [{"id": each.id, "unit": each.unit, "name": each.name} for each in members],
    }


def announcement(record: Mapping[str, Any]) -> Announcement:
    """Read what was fixed from its record."""
    inspectors = record["inspectors"]
    return Announcement(
        draw=record["draw"],
        sources=tuple(record["sources"]),
        lists=tuple(_stratum(one) for one in record["lists"]),
        inspectors=_stratum(inspectors) if inspectors else None,
        times=record["times"],
        apart=tuple((one, other) for one, other in record["apart"]),
        last=tuple((one, other) for one, other in record["last"]),
    )


def _stratum(record: Mapping[str, Any]) -> Stratum:
    members = tuple(Member(each["id"], each["unit"]) for each in record["members"])
    return Stratum(record["name"], record["take"], members)


def outcome(fixed: Announcement, seed: str, recusals: Sequence[Recusal] = ()) -> dict[str, Any]:
    """Hold a draw or a pairing and give its result as plain values for JSON."""
    if fixed.times:
        units = tuple(member.id for one in fixed.lists for member in one.members)
        wanted = pairing.Wanted(units, seed, frozenset(fixed.last), frozenset(fixed.apart))
        made = pairing.times_over(wanted, fixed.times)
        return {
            "pairs": [dict(one.pairs) for one in made],
            "mutual": [[list(pair) for pair in one.mutual] for one in made],
            "repeats": [[list(pair) for pair in one.repeats] for one in made],
            "proven": all(one.proven for one in made),
        }
    lot = draw.hold(fixed, seed, recusals)
    return {
        "drawn": {name: list(ids) for name, ids in lot.drawn.items()},
        "teams": {target: list(ids) for target, ids in lot.teams.items()},
    }


def lot_of(result: Mapping[str, Any]) -> Lot:
    """Read the result of a draw."""
    return Lot(
        {name: tuple(ids) for name, ids in result["drawn"].items()},
        {target: tuple(ids) for target, ids in result["teams"].items()},
    )


def faults(bundle: Mapping[str, Any]) -> tuple[str, ...]:
    """Recompute a bundle and name everything that does not agree: format, list, hash, order, seed, result."""
    if bundle.get("format") != FORMAT:
        return ("format",)
    fixed = announcement(bundle["announced"])
    text = draw.announcement_text(fixed)
    found = []
    if bundle["commitment"]["text"] != text:
        found.append("list")
    if bundle["commitment"]["sha256"] != draw.sha256(text):
        found.append("hash")
    if bundle["seeds"] and bundle["seed"]:
        found += _seed_faults(bundle)
    if bundle["result"]:
        recusals = [Recusal(one["inspector"], one["target"]) for one in bundle["recusals"]]
        if outcome(fixed, bundle["seed"], recusals) != bundle["result"]:
            found.append("result")
    return tuple(found)


def _seed_faults(bundle: Mapping[str, Any]) -> list[str]:
    seeds, found = bundle["seeds"], []
    if [one["source"] for one in seeds] != list(bundle["announced"]["sources"]):
        found.append("sources")
    if bundle["seed"] != draw.seed_text((one["source"], one["value"]) for one in seeds):
        found.append("seed")
    sealed = [one for one in seeds if one["committed"]]
    if any(draw.sha256(one["value"]) != one["committed"] for one in sealed):
        found.append("sealed")
    first_told = min(one["told_at"] for one in seeds)
    fixed_at = [bundle["commitment"]["at"], *(one["committed_at"] for one in sealed)]
    if max(fixed_at) > first_told:
        found.append("order")
    return found
