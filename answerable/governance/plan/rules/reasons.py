"""Every sentence that a plan file can be answered with: a code, what is wrong, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from answerable.governance.plan.rules.document import Place


class Weight(StrEnum):
    """How much a finding weighs: an error keeps a plan from being handed in, a warning is shown."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a plan: which rule found it, where, about what."""

    code: str
    place: Place
    thing: str = ""
    details: Mapping[str, object] = field(default_factory=dict)
    weight: Weight = Weight.ERROR
