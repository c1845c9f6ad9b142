"""The terms of a programme or a round: how many, by whom, from which seed, with which weight."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

#: Days a unit has to say something to a finding before it is confirmed without its words: as long as a returned letter
#: has in the mailbox rules of one bureau, rounded up to a working week; the parameter finding_reply_wd overrides it.
REPLY_DAYS = 5


@dataclass(frozen=True, slots=True)
class Terms:
    """What a draw, a pairing and an assessment need to know."""

    ratio: str = "0.10"
    inspectors: int = 2
    sources: tuple[str, ...] = ("ritual", "officer-1", "officer-2")
    times: int = 1
    weight: str = "1"

    def problem(self) -> str:
        """Say what is wrong with them: "" where nothing is."""
        try:
            share, weight = Fraction(self.ratio), Decimal(self.weight)
        except (ValueError, ZeroDivisionError, InvalidOperation):
            return "figures"
        if not 0 < share <= 1:
            return "ratio"
        if not 1 <= self.inspectors <= 9 or not 1 <= self.times <= 5:
            return "count"
        return "" if 0 <= weight <= 100 else "weight"


def as_record(terms: Terms) -> dict[str, Any]:
    """Give terms as a round keeps them."""
    return {**asdict(terms), "sources": list(terms.sources)}


def from_record(record: Mapping[str, Any]) -> Terms:
    """Read terms as a round kept them; what is lacking stands as it does at first."""
    known = {name: record[name] for name in Terms.__dataclass_fields__ if name in record}
    if "sources" in known:
        known["sources"] = tuple(known["sources"])
    return Terms(**known)
