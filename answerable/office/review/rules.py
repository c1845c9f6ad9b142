"""Gates, who may take which of their steps, and what a pass needs. Plain values, no database."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.kernel.moves import Moves


class State(StrEnum):
    """Where a review stands."""

    OPEN = "open"
    PASSED = "passed"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    """What can happen to a review."""

    FINISH = "finish"
    SEND_BACK = "send_back"
    WITHDRAW = "withdraw"
    CHANGE = "change"


#: A text that is changed goes on in the same review, from the first step; one that was sent back is handed in anew.
MOVES: Moves[State, Move] = Moves(
    {
        (State.OPEN, Move.FINISH): State.PASSED,
        (State.OPEN, Move.SEND_BACK): State.SENT_BACK,
        (State.OPEN, Move.WITHDRAW): State.WITHDRAWN,
        (State.OPEN, Move.CHANGE): State.OPEN,
        (State.PASSED, Move.CHANGE): State.OPEN,
        (State.PASSED, Move.WITHDRAW): State.WITHDRAWN,
    }
)
STATE_NAMES: Mapping[State, str | Promise] = {
    State.OPEN: _("being read"),
    State.PASSED: _("passed"),
    State.SENT_BACK: _("sent back"),
    State.WITHDRAWN: _("withdrawn"),
}


class StepState(StrEnum):
    """Where one step stands."""

    WAITING = "waiting"
    PASSED = "passed"
    RETURNED = "returned"
    VOID = "void"


STEP_STATE_NAMES: Mapping[StepState, str | Promise] = {
    StepState.WAITING: _("waits"),
    StepState.PASSED: _("passed"),
    StepState.RETURNED: _("sent back"),
    StepState.VOID: pgettext_lazy("step", "void"),
}

#: What a reader ticks, by its key. A plan may name others; they are shown as they are written there.
CHECK_NAMES: Mapping[str, str | Promise] = {
    "proofread": _("I read the whole text word by word."),
    "wording": _("Wording, names, figures and dates are right."),
    "links": _("Every link opens and leads to what the text says."),
    "facts": _("Every fact stated is proven by the source beside it."),
    "basis": _("Law, rule or document it rests on is named and in force."),
    "pii": _("Nothing in it points at a private person."),
    "secrecy": _("Nothing in it is secret or not yet to be disclosed."),
    "law": _("It is lawful and within our powers."),
    "effect": _("I have thought about how it will be read and what it sets off."),
    "decide": _("I answer for it going out."),
    "named_spokesperson": _("A named spokesperson gives it, with their post."),
    "source_basis": _("Each statement names its source or basis."),
    "plain_language": _("Somebody outside the office understands it at first reading."),
    "disclosure_attribute": _("It says whether the document is disclosed, and if not, why."),
    "interpretation_plan": _("The plan for explaining it is there."),
    "interpretation_material": _("The explanation goes out together with it."),
    "comm_risk_assessment": _("The communication risk was assessed."),
    "risk_points": _("The points of risk are named."),
    "mitigations": _("Each point of risk has something done about it."),
    "response_plan": _("Answers are prepared for what may follow."),
    "qa": _("Likely questions have their answers."),
    "spokesperson_briefed": _("The spokesperson knows it all."),
}
#: Proofreading is a check of its own in as many steps as the gate asks readings for.
PROOF = "proofread"
#: Every reader needs it, whatever post a step asks for.
TAKE = "reviews.take"


@dataclass(frozen=True, slots=True)
class GateStep:
    """One reading: its key, its names by language, who may take it, and what is ticked.

    `kind` is a kind of post ("lead"), an ability ("reviews.take"), a post code of the plan ("P-LEAD"), several of
    them with "|" between, or "" for everybody who takes reviews. `needs` gives another kind by the level of what is
    read: {"high": "P-LEAD"}.
    """

    key: str
    names: Mapping[str, str]
    kind: str = ""
    checks: tuple[str, ...] = ()
    needs: Mapping[str, str] = field(default_factory=dict)

    def at_level(self, level: str) -> "GateStep":
        """Give the step as it is at a level: who may take it there."""
        return replace(self, kind=self.needs.get(level, self.kind))

    def name(self, language: str) -> str:
        """Give the name in a language, or in any."""
        return name_in(self.names, language)


@dataclass(frozen=True, slots=True)
class Gate:
    """The ordered steps that a text must pass. An author never reviews, whatever a plan says."""

    key: str
    names: Mapping[str, str]
    steps: tuple[GateStep, ...]
    proofs: int = 0
    distinct: bool = True
    author_may_review: bool = False

    def name(self, language: str) -> str:
        """Give the name in a language, or in any."""
        return name_in(self.names, language)

    def readings(self, level: str = "") -> tuple[GateStep, ...]:
        """Give the steps as carried out: the first `proofs` of them are proofreadings, more steps if needed.

        `level` is that of what is read, where its gate asks for other readers at some levels.
        """
        more = tuple(
            GateStep(f"proof-{number}", {"en": f"Proofreading {number}", "zh-hans": f"第{number}校"})
            for number in range(1, self.proofs - len(self.steps) + 1)
        )
        return tuple(
            replace(step, checks=(PROOF, *(check for check in step.checks if check != PROOF)))
            if place < self.proofs
            else step
            for place, step in enumerate((*more, *(step.at_level(level) for step in self.steps)))
        )


def name_in(names: Mapping[str, str], language: str) -> str:
    """Choose a name by language; the first one where there is none in it."""
    wanted = "zh" if language.startswith("zh") else language[:2]
    fitting = (name for key, name in names.items() if key.lower().startswith(wanted))
    return next(fitting, None) or next(iter(names.values()), "")


#: What applies where no plan in force names a gate: three readings by three people (三审三校, domain notes C3).
_THREE = (
    GateStep("initial", {"en": "First reading", "zh-hans": "初审"}, "", ("wording", "links")),
    GateStep("second", {"en": "Second reading", "zh-hans": "复审"}, "", ("facts", "basis", "pii", "secrecy")),
    GateStep(
        "final",
        {"en": "Final reading", "zh-hans": "终审"},
        "lead|spokesperson|office",
        ("law", "effect", "decide"),
    ),
)


def three_readings(key: str) -> Gate:
    """Give the built-in gate under a key that no plan in force defines."""
    return Gate(key, {"en": "Three readings", "zh-hans": "三审三校"}, _THREE, proofs=3, distinct=True)


def faults_of(gate: Gate) -> tuple[str, ...]:
    """Say what is wrong with a gate, as keys; () when it can be adopted."""
    keys = [step.key for step in gate.steps]
    found = []
    if not gate.steps:
        found.append("no_steps")
    if len(set(keys)) != len(keys):
        found.append("same_key")
    if gate.author_may_review:
        found.append("author_may_review")
    return tuple(found)


def hash_of(text: str) -> str:
    """Give the hash that approvals of a text are bound to: SHA-256 over its UTF-8 bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who would take a step: who, the kinds and codes of their posts, their abilities, and their reach."""

    person: int | None
    kinds: frozenset[str]
    codes: frozenset[str]
    abilities: frozenset[str]
    reaches_unit: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What a step says about who may take it: its kind, the authors, who passed before, whom it was lent to."""

    kind: str
    authors: frozenset[int]
    passed_by: frozenset[int]
    distinct: bool
    lent_to: int | None = None


class Hindrance(StrEnum):
    """Why somebody may not take a step."""

    NO_PERSON = "no_person"
    AUTHOR = "author"
    TWICE = "twice"
    NOT_ALLOWED = "not_allowed"
    LENT = "lent"
    OTHER_UNIT = "other_unit"


def fits(kind: str, reader: Reader) -> bool:
    """Say whether a reader's posts are of the kind that a step asks for."""
    wanted = {part.strip() for part in kind.split("|")} - {""}
    return not wanted or bool(wanted & (reader.kinds | reader.codes | reader.abilities))


def hindrance(standing: Standing, reader: Reader) -> Hindrance | None:
    """Say what keeps a reader from a step; None when they may take it."""
    if reader.person is None:
        return Hindrance.NO_PERSON
    if reader.person in standing.authors:
        return Hindrance.AUTHOR
    if standing.distinct and reader.person in standing.passed_by:
        return Hindrance.TWICE
    if TAKE not in reader.abilities or not fits(standing.kind, reader):
        return Hindrance.NOT_ALLOWED
    if standing.lent_to is not None:
        return None if standing.lent_to == reader.person else Hindrance.LENT
    return None if reader.reaches_unit else Hindrance.OTHER_UNIT


def unticked(checks: Sequence[str], ticked: Iterable[str]) -> tuple[str, ...]:
    """List the checks of a step that were not ticked."""
    given = set(ticked)
    return tuple(check for check in checks if check not in given)
