"""A plan as plain values: clauses, and what each of them gives rise to."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

Names = Mapping[str, str]

#: What a clause can give rise to, in the order in which a plan file lists it.
KINDS = ("post", "duty", "rule", "gate", "check", "proc")
#: A plan names the holder's own backup on the same post with this word.
SAME_POST = "same"
#: One post in every unit, or in the body itself; anything else is the code of a unit.
EACH, BUREAU = "each", "bureau"


def text_hash(text: str) -> str:
    """Give the hash by which a sentence is known again: layout and width of blanks do not count."""
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
    return hashlib.sha256(plain.encode()).hexdigest()


def name_in(names: Names, language: str) -> str:
    """Give a name in the reader's language, or in whichever there is."""
    wanted = "zh" if language.startswith("zh") else language[:2]
    return names.get(wanted) or names.get("en") or names.get("zh") or ""


@dataclass(frozen=True, slots=True)
class Named:
    """Anything with a stable id and a name in each language."""

    id: str
    names: Names

    def name(self, language: str) -> str:
        """Give its name in a language, or its id where it has none."""
        return name_in(self.names, language) or self.id


@dataclass(frozen=True, slots=True)
class Source:
    """The written document that a plan came from."""

    doc_no: str = ""
    file: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A figure of the plan or of a pack, with where it stands and how sure that is."""

    id: str
    value: object
    names: Names = field(default_factory=dict)
    source: str = ""
    article: str = ""
    certainty: str = ""
    checked: str = ""
    pack: str = ""
    #: "most" where the figure may only be made smaller, "least" where it may only be made larger.
    bound: str = ""


@dataclass(frozen=True, slots=True)
class PlanPost(Named):
    """A post that the plan names. `unit` is bureau, each, or a unit's code; `backup` another post or `same`."""

    unit: str = BUREAU
    backup: str = ""
    kind: str = ""

    @property
    def code(self) -> str:
        """The code by which duties and rules name it."""
        return self.id


@dataclass(frozen=True, slots=True)
class PlanRung:
    """One rung of a ladder: when, told to whom, and what happens."""

    at: str
    to: tuple[str, ...]
    do: str


@dataclass(frozen=True, slots=True)
class PlanLadder(Named):
    """Reminders and urging, by offsets from the due time."""

    rungs: tuple[PlanRung, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of the written plan, word by word, and what it gives rise to, or why nothing."""

    id: str
    ref: str
    text: str
    hash: str
    gives: tuple[str, ...] = ()
    none: str = ""
    basis: str = ""
    forbids: tuple[str, ...] = ()
    names: Names = field(default_factory=dict)

    def title(self, language: str) -> str:
        """Give its short title, or its own words where it has none in that language."""
        return self.names.get("zh" if language.startswith("zh") else language[:2]) or self.text


@dataclass(frozen=True, slots=True)
class Due:
    """Where in its period a duty falls due: month_end, a time of day, or so many days after it began or ended."""

    at: str = ""
    roll: str = "prev"


@dataclass(frozen=True, slots=True)
class Duty(Named):
    """Something that recurs: who owes it, when, to whom, proven by what, urged how."""

    owner: str = ""
    rrule: str = ""
    only: str = ""
    due: Due = Due()
    to: str = ""
    accept_by: str = ""
    sign: str = ""
    evidence: tuple[str, ...] = ()
    nothing_found_ok: bool = False
    ladder: str = ""
    lead: str = ""
    measure: Mapping[str, object] = field(default_factory=dict)
    draw: Mapping[str, object] = field(default_factory=dict)
    doc: Mapping[str, object] = field(default_factory=dict)
    clauses: tuple[str, ...] = ()
    note: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanStage:
    """One stage of an event rule: what, within which limit or how often, by whom."""

    do: str
    in_: str = ""
    every: str = ""
    at: str = ""
    by: tuple[str, ...] = ()
    to: str = ""
    until: str = ""
    min_people: int = 1
    not_same: str = ""


@dataclass(frozen=True, slots=True)
class PlanExtension:
    """To which limit a rule may be extended, and by whom."""

    limit: str
    approver: str
    tell_asker: bool = False


@dataclass(frozen=True, slots=True)
class PlanRule(Named):
    """Clocks that an event starts."""

    on: str = ""
    stages: tuple[PlanStage, ...] = ()
    start: str = ""
    ladder: str = ""
    extend: PlanExtension | None = None
    pause: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanStep(Named):
    """One reading of a gate: what is ticked and, where it matters, by which post."""

    checks: tuple[str, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class PlanGate(Named):
    """Ordered approvals of one text by distinct people."""

    steps: tuple[PlanStep, ...] = ()
    proofs: int = 0
    distinct: bool = True
    require: tuple[str, ...] = ()
    by: str = ""
    extends: str = ""
    unit: str = BUREAU
    settings: Mapping[str, object] = field(default_factory=dict)
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanCheck(Named):
    """Something the machine looks at every day."""

    settings: Mapping[str, object] = field(default_factory=dict)
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanProc(Named):
    """A procedure with its steps in order: only ever begun by a person."""

    trigger: str = ""
    steps: tuple[str, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which file something stands, counted from one."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A whole plan, with its packs' figures filled in. `lines` gives the place of every object by `kind:id`."""

    id: str
    version: str
    effective: date | None
    calendar: str
    zone: str
    title: Names
    source: Source = Source()
    packs: tuple[str, ...] = ()
    params: Mapping[str, Parameter] = field(default_factory=dict)
    posts: Mapping[str, PlanPost] = field(default_factory=dict)
    ladders: Mapping[str, PlanLadder] = field(default_factory=dict)
    #: The words of headings by their place: 一 -> 总则.
    headings: Names = field(default_factory=dict)
    clauses: tuple[Clause, ...] = ()
    duties: Mapping[str, Duty] = field(default_factory=dict)
    rules: Mapping[str, PlanRule] = field(default_factory=dict)
    gates: Mapping[str, PlanGate] = field(default_factory=dict)
    checks: Mapping[str, PlanCheck] = field(default_factory=dict)
    procs: Mapping[str, PlanProc] = field(default_factory=dict)
    lines: Mapping[str, Place] = field(default_factory=dict)
    #: Which `kind:id` a figure goes into.
    uses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language in which its sentences are written: "zh-hans" or "en"."""
        words = "".join(clause.text for clause in self.clauses[:5])
        return "zh-hans" if any("\u4e00" <= sign <= "\u9fff" for sign in words) else "en"

    def objects(self) -> Iterator[tuple[str, Named]]:
        """Give everything that a clause can give rise to, with its `kind:id`."""
        shelves: tuple[Mapping[str, Named], ...] = (
            self.posts,
            self.duties,
            self.rules,
            self.gates,
            self.checks,
            self.procs,
        )
        for kind, shelf in zip(KINDS, shelves, strict=True):
            for key, thing in shelf.items():
                yield f"{kind}:{key}", thing

    def clauses_of(self, thing: str) -> tuple[Clause, ...]:
        """Give the clauses that give rise to a `kind:id`."""
        return tuple(clause for clause in self.clauses if thing in clause.gives)

    def clause(self, key: str) -> Clause | None:
        """Find a clause by its id."""
        return next((clause for clause in self.clauses if clause.id == key), None)

    def place(self, thing: str) -> Place | None:
        """Say where something stands."""
        return self.lines.get(thing)
