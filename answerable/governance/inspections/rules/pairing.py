"""Units look at each other: each looks at one and is looked at by one, nobody at itself, no two at one another.

Every unit visits once and is visited once, so the load is fair. What must never be: a unit at itself, or a pair that
was ruled out. What is avoided where it can be, in this order: two units at one another, and a pair of last time. The
search is exact (fewest choices first, with a look ahead) and proves that there is none better, unless it runs into its
limit of steps: then `proven` is False. The order in which equals are tried hangs on the seed alone, by the tickets of
`rules.draw`, so the same seed gives the same pairing everywhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from answerable.governance.inspections.rules.draw import NotDrawable, in_order

Pair = tuple[str, str]
#: Steps of one search before it gives up its proof. 200 units without trouble need 200; see benchmarks/draws.py.
MOST_STEPS = 20_000


@dataclass(frozen=True, slots=True)
class Pairing:
    """Who looks at whom, and what could not be avoided."""

    pairs: Mapping[str, str]
    mutual: tuple[Pair, ...]
    repeats: tuple[Pair, ...]
    proven: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """The units, what they must not do, what they did last time, and the seed."""

    units: tuple[str, ...]
    seed: str
    last: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


def pair(wanted: Wanted) -> Pairing:
    """Pair units, or raise NotDrawable naming a unit for which there is nobody left."""
    order = in_order(wanted.seed, wanted.units)
    if len(order) < 2:
        raise NotDrawable("too_few_units", order[0] if order else "")
    free = {
        one: [
            other
            for other in in_order(f"{wanted.seed},{one}", order)
            if other != one and (one, other) not in wanted.apart
        ]
        for one in order
    }
    fallback = _matching(free)
    fresh = {one: [other for other in free[one] if (one, other) not in wanted.last] for one in order}
    proven = True
    for choices, mutual_allowed in ((fresh, 0), (free, 0), (free, None)):
        found, finished = _least(choices, mutual_allowed, wanted.last)
        if found is not None:
            return _told(found, wanted, proven=proven and finished)
        proven = proven and finished
    return _told(fallback, wanted, proven=False)


def _told(pairs: Mapping[str, str], wanted: Wanted, *, proven: bool) -> Pairing:
    made = {one: pairs[one] for one in sorted(pairs)}
    return Pairing(made, mutual_pairs(made), tuple(sorted(set(made.items()) & wanted.last)), proven)


def mutual_pairs(pairs: Mapping[str, str]) -> tuple[Pair, ...]:
    """Give the units that look at one another, each two once."""
    return tuple(
        (one, other) for one, other in sorted(pairs.items()) if one < other and pairs.get(other) == one
    )


def _least(
    choices: Mapping[str, Sequence[str]], mutual: int | None, last: frozenset[Pair]
) -> tuple[dict[str, str] | None, bool]:
    """Find a pairing with as few mutual pairs, then as few repeats, as there can be; None where there is none."""
    finished = True
    most = 0 if mutual == 0 else len(choices) // 2
    for limit in range(most + 1):
        held = sum((one, other) in last for one in choices for other in choices[one])
        for repeats in range(min(held, len(choices)) + 1):
            search = _Search(choices, limit, repeats, last)
            found = search.run()
            if found is not None:
                return found, finished
            finished = finished and search.steps <= MOST_STEPS
            if not search.hit_repeats:
                break
    return None, finished


class _Search:
    """One search with a limit on mutual pairs and on repeats."""

    def __init__(
        self, choices: Mapping[str, Sequence[str]], mutual: int, repeats: int, last: frozenset[Pair]
    ) -> None:
        self.choices = choices
        self.mutual = mutual
        self.repeats = repeats
        self.last = last
        self.steps = 0
        self.hit_repeats = False
        self.pairs: dict[str, str] = {}
        self.left = {one: set(others) for one, others in choices.items()}
        self.callers = {one: {other for other in choices if one in self.left[other]} for one in choices}
        self.taken: set[str] = set()

    def run(self) -> dict[str, str] | None:
        """Search to the end, or to the limit of steps."""
        return dict(self.pairs) if self._go(self.mutual, self.repeats) else None

    def _go(self, mutual: int, repeats: int) -> bool:
        if len(self.pairs) == len(self.choices):
            return True
        self.steps += 1
        if self.steps > MOST_STEPS:
            return False
        for one, other in self._narrowest():
            spent = self.pairs.get(other) == one
            again = (one, other) in self.last
            if again and repeats == 0:
                self.hit_repeats = True
            if (
                mutual >= spent
                and repeats >= again
                and self._try(one, other, mutual - spent, repeats - again)
            ):
                return True
        return False

    def _narrowest(self) -> list[Pair]:
        """Give the pairs of the unit with the fewest choices left, looking or looked at."""
        looks = [(len(self.left[one]), one) for one in self.choices if one not in self.pairs]
        seen = [(len(self.callers[one]), one) for one in self.choices if one not in self.taken]
        fewest, one = min(looks, key=lambda found: found[0])
        least, other = min(seen, key=lambda found: found[0])
        if fewest <= least:
            return [(one, each) for each in self.choices[one] if each in self.left[one]]
        return [(each, other) for each in self.choices if each in self.callers[other]]

    def _try(self, one: str, other: str, mutual: int, repeats: int) -> bool:
        rows = [each for each in self.callers[other] if each not in self.pairs]
        columns = [each for each in self.left[one] if each not in self.taken]
        self.pairs[one] = other
        self.taken.add(other)
        for each in rows:
            self.left[each].discard(other)
        for each in columns:
            self.callers[each].discard(one)
        if self._go(mutual, repeats):
            return True
        for each in rows:
            self.left[each].add(other)
        for each in columns:
            self.callers[each].add(one)
        self.taken.discard(other)
        del self.pairs[one]
        return False


def _matching(free: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Find any pairing at all by augmenting paths, or name a unit for which there is none."""
    by: dict[str, str] = {}
    for start in free:
        trail, seen = [(start, iter(free[start]))], set()
        path: list[Pair] = []
        while trail:
            one, rest = trail[-1]
            other = next((each for each in rest if each not in seen), None)
            if other is None:
                trail.pop()
                if path:
                    path.pop()
                continue
            seen.add(other)
            path.append((one, other))
            if other not in by:
                by.update({target: caller for caller, target in path})
                break
            trail.append((by[other], iter(free[by[other]])))
        else:
            raise NotDrawable("nobody_left", start)
    return {caller: target for target, caller in by.items()}


def times_over(wanted: Wanted, times: int) -> tuple[Pairing, ...]:
    """Pair units several times over, each time with others: as peers do who are read by more than one."""
    made: list[Pairing] = []
    ruled_out: set[Pair] = set(wanted.apart)
    for number in range(times):
        again = Wanted(wanted.units, f"{wanted.seed},{number}", wanted.last, frozenset(ruled_out))
        made.append(pair(again if number else wanted))
        ruled_out |= set(made[-1].pairs.items())
    return tuple(made)


def faults_of(pairs: Mapping[str, str], units: Iterable[str], apart: Iterable[Pair] = ()) -> tuple[str, ...]:
    """Say what is wrong with a pairing: the check that a verifier makes without any search."""
    everyone = sorted(units)
    found = []
    if sorted(pairs) != everyone or sorted(pairs.values()) != everyone:
        found.append("not_everyone_once")
    if any(one == other for one, other in pairs.items()):
        found.append("itself")
    if set(pairs.items()) & set(apart):
        found.append("ruled_out")
    return tuple(found)
