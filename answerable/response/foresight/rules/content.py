"""What an assessment holds, as plain values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom it concerns, and what changes for them."""

    name: str
    change: str


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """What could go wrong or be misread, how likely and how grave (1 to 3), and what is done about it."""

    text: str
    likelihood: int
    effect: int
    measure: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A likely question and the answer to it, with what that rests on; or a line to hold until more is known."""

    kind: str
    question: str
    text: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """What is not known yet, which post finds it out, until when."""

    text: str
    post: str
    until: date


@dataclass(frozen=True, slots=True)
class Similar:
    """A past story that tells how such a thing was received, and why it is like this one."""

    title: str
    why: str


@dataclass(frozen=True, slots=True)
class View:
    """What one assessor thinks of the level."""

    name: str
    level: str
    reasons: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What is to be released, by whom it is spoken for, where, and how long we listen afterwards."""

    title: str
    kind: str
    summary: str
    language: str
    spokesperson: str = ""
    channels: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    watch_days: int = 0
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that is assessed. `round` counts how often it was opened again: an old approval never fits."""

    heading: Heading
    round: int = 1
    audiences: tuple[Audience, ...] = ()
    risks: tuple[RiskPoint, ...] = ()
    prepared: tuple[Prepared, ...] = ()
    gaps: tuple[Gap, ...] = ()
    similar: tuple[Similar, ...] = ()

    @property
    def questions(self) -> tuple[Prepared, ...]:
        """The likely questions."""
        return tuple(one for one in self.prepared if one.kind == QUESTION)


#: Kinds of what is prepared: the answer to a likely question, or a holding line.
QUESTION, HOLDING = "question", "holding"
