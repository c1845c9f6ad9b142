"""A lot that anyone can recompute: the list is fixed by a hash first, the seed comes from outside, the smallest win.

The way of Rivest's consistent sampler, as the election auditors of Arlo use it: each id gets a ticket of its own that
hangs on nothing but the seed and the id, and the k smallest tickets are drawn. So an id that comes or goes changes
nothing for the others. Encoding, exactly: ticket = SHA-256 of the UTF-8 bytes of seed + "," + id, written as 64 small
hexadecimal digits and compared as text. Ids are ASCII, so every language sorts them alike.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

FORMAT = "answerable-draw/1"
#: What an id or the name of a list may be made of: plain enough for every language to read and sort alike.
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._-]{0,79}\Z")
#: The name of the list of inspectors; no list of targets may take it.
INSPECTORS = "inspectors"


class NotDrawable(ValueError):
    """The lists cannot be drawn from; `key` says why, `what` names the thing."""

    def __init__(self, key: str, what: str = "") -> None:
        super().__init__(f"{key}: {what}")
        self.key = key
        self.what = what


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """One that can be drawn, and the unit it belongs to: by that an inspector steps aside."""

    id: str
    unit: str = "-"


@dataclass(frozen=True, slots=True)
class Stratum:
    """One list, and how many are taken from it."""

    name: str
    take: int
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is fixed before any seed exists: which lists, how many of each, and where the seed will come from."""

    draw: str
    sources: tuple[str, ...]
    lists: tuple[Stratum, ...]
    inspectors: Stratum | None = None
    #: For a pairing: how many times over, which pairs are ruled out, and which there were last time.
    times: int = 0
    apart: tuple[tuple[str, str], ...] = ()
    last: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Recusal:
    """An inspector who steps aside from one target, or from all of them (target "")."""

    inspector: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Lot:
    """What was drawn: the targets list by list, and the inspectors of each target."""

    drawn: Mapping[str, tuple[str, ...]]
    teams: Mapping[str, tuple[str, ...]]

    def targets(self) -> tuple[str, ...]:
        """Give every drawn target, list by list."""
        return tuple(target for name in sorted(self.drawn) for target in self.drawn[name])


def take_of(count: int, ratio: str) -> int:
    """Say how many a ratio takes of a list: rounded up, so that a tenth is never less than a tenth."""
    return min(count, ceil(Fraction(ratio) * count))


def announcement_text(announced: Announcement) -> str:
    """Write an announcement as the text whose hash is published: one line for each thing, ids in order."""
    _refuse_unclear(announced)
    lines = [FORMAT, f"draw {announced.draw}", *(f"seed {source}" for source in announced.sources)]
    lists = sorted(announced.lists, key=lambda one: one.name)
    for one in (*lists, *((announced.inspectors,) if announced.inspectors else ())):
        lines.append(f"list {one.name} take {one.take} of {len(one.members)}")
        lines += [f"{member.id} {member.unit}" for member in sorted(one.members)]
    if announced.times:
        lines.append(f"pair {announced.times}")
        lines += [f"apart {one} {other}" for one, other in sorted(announced.apart)]
        lines += [f"last {one} {other}" for one, other in sorted(announced.last)]
    return "\n".join(lines) + "\n"


def commitment(announced: Announcement) -> str:
    """Give the hash that is published before the seed."""
    return sha256(announcement_text(announced))


def sha256(text: str) -> str:
    """Give the SHA-256 of a text's UTF-8 bytes as small hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def seed_text(values: Iterable[tuple[str, str]]) -> str:
    """Put the parts of a seed together in the order in which they were announced: source=value|source=value."""
    return "|".join(f"{source}={value}" for source, value in values)


def ticket(seed: str, member: str) -> str:
    """Give the ticket of an id."""
    return sha256(f"{seed},{member}")


def in_order(seed: str, members: Iterable[str]) -> tuple[str, ...]:
    """Put ids into the order of their tickets."""
    return tuple(sorted(members, key=lambda member: ticket(seed, member)))


def drawn_from(seed: str, members: Iterable[str], take: int) -> tuple[str, ...]:
    """Draw the `take` smallest tickets."""
    return in_order(seed, members)[:take]


def hold(announced: Announcement, seed: str, recusals: Sequence[Recusal] = ()) -> Lot:
    """Draw the targets, then the inspectors by the same means; an inspector of the target's own unit steps aside."""
    _refuse_unclear(announced)
    drawn = {
        one.name: drawn_from(seed, (member.id for member in one.members), one.take) for one in announced.lists
    }
    if announced.inspectors is None:
        return Lot(drawn, {})
    units = {member.id: member.unit for one in announced.lists for member in one.members}
    targets = {target: units[target] for ids in drawn.values() for target in ids}
    return Lot(drawn, teams(targets, announced.inspectors, seed, recusals))


def teams(
    targets: Mapping[str, str], inspectors: Stratum, seed: str, recusals: Sequence[Recusal] = ()
) -> dict[str, tuple[str, ...]]:
    """Give each target the first inspectors in the order of their tickets who need not step aside."""
    order = in_order(seed, (member.id for member in inspectors.members))
    home = {member.id: member.unit for member in inspectors.members}
    aside = {(one.inspector, one.target) for one in recusals}
    found = {}
    for target, unit in targets.items():
        free = [
            one
            for one in order
            if (home[one] != unit or unit == "-") and not {(one, target), (one, "")} & aside
        ]
        if len(free) < inspectors.take:
            raise NotDrawable("too_few_inspectors", target)
        found[target] = tuple(free[: inspectors.take])
    return found


def _refuse_unclear(announced: Announcement) -> None:
    """Refuse lists whose text could be read in two ways, or from which more is taken than there is."""
    lists = (*announced.lists, *((announced.inspectors,) if announced.inspectors else ()))
    names = [one.name for one in lists]
    if INSPECTORS in [one.name for one in announced.lists] or len(set(names)) != len(names):
        raise NotDrawable("twice", ", ".join(names))
    ids = [member.id for one in lists for member in one.members]
    if len(set(ids)) != len(ids):
        raise NotDrawable("twice", next(one for one in ids if ids.count(one) > 1))
    units = [member.unit for one in lists for member in one.members if member.unit != "-"]
    paired = [word for pair in (*announced.apart, *announced.last) for word in pair]
    for word in (*names, *ids, *units, *paired, *announced.sources):
        if not PLAIN.match(word):
            raise NotDrawable("unclear", word)
    for one in lists:
        if not 1 <= one.take <= len(one.members):
            raise NotDrawable("take", one.name)
