"""How long a draw, a pairing and a recomputation take, in processor time. Run: python -m benchmarks.draws"""

from answerable.governance.inspections.rules.bundle import (
    Fixing,
    Named,
    NamedList,
    announcement,
    as_record,
    outcome,
)
from answerable.governance.inspections.rules.pairing import Wanted, pair
from answerable.kernel.clock import cpu_seconds

#: A city's register of official channels, and the units of a large body.
CHANNELS, UNITS = 5_000, (20, 50, 100, 200)


def main() -> None:
    """Print one line a measurement."""
    members = tuple(Named(f"channel:{number}", f"u{number % 60}", "") for number in range(CHANNELS))
    people = tuple(Named(f"person:{number}", f"u{number}", "") for number in range(30))
    fixing = Fixing(
        "round:1.1",
        ("ritual",),
        (NamedList("site", CHANNELS // 10, members),),
        NamedList("inspectors", 2, people),
    )
    fixed = announcement(as_record(fixing))
    began = cpu_seconds()
    outcome(fixed, "ritual=3 1 6 6 2")
    print(f"draw a tenth of {CHANNELS} channels, two inspectors each: {cpu_seconds() - began:.3f} s")
    for count in UNITS:
        began = cpu_seconds()
        first = pair(Wanted(tuple(f"unit:{number}" for number in range(count)), "seed"))
        again = Wanted(tuple(first.pairs), "seed 2", last=frozenset(first.pairs.items()))
        made = pair(again)
        print(
            f"pair {count} units twice: {cpu_seconds() - began:.3f} s, proven {first.proven and made.proven}"
        )


if __name__ == "__main__":
    main()
