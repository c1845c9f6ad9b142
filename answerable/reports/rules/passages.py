"""What becomes of a person's words when the machine writes a passage anew."""

import difflib
from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How the words of a passage stand to what the machine wrote."""

    MACHINE = "machine"
    EDITED = "edited"
    #: A person's words stand, and what the machine says below them has changed since they were written.
    CONFLICT = "conflict"
    #: A person's words stand, and the machine no longer writes this passage at all.
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Kept:
    """A passage as it is kept: the machine's words now and before, a person's words and what they were made from."""

    machine: str
    before: str = ""
    own: str | None = None
    own_from: str = ""
    gone: bool = False

    @property
    def words(self) -> str:
        """The words that are printed."""
        return self.machine if self.own is None else self.own

    @property
    def standing(self) -> Standing:
        """Whose words stand."""
        if self.own is None:
            return Standing.MACHINE
        if self.gone:
            return Standing.ALONE
        return Standing.EDITED if self.own_from == self.machine else Standing.CONFLICT

    @property
    def was_renewed(self) -> bool:
        """Whether the machine says something else than the time before."""
        return self.before != self.machine


def renewed(kept: Kept | None, machine: str) -> Kept:
    """Take what the machine writes now; a person's words stay, whatever it says."""
    if kept is None:
        return Kept(machine, before=machine)
    return Kept(machine, before=kept.machine, own=kept.own, own_from=kept.own_from)


def left_out(kept: Kept) -> Kept | None:
    """Give what stays of a passage that the machine no longer writes: nothing, unless a person wrote in it."""
    if kept.own is None:
        return None
    return Kept("", before=kept.machine, own=kept.own, own_from=kept.own_from, gone=True)


def rewritten(kept: Kept, own: str) -> Kept:
    """Take a person's words; the machine's own words given back make the passage the machine's again."""
    plain = tidy(own)
    if plain == tidy(kept.machine) and not kept.gone:
        return Kept(kept.machine, before=kept.before)
    return Kept(kept.machine, before=kept.before, own=plain, own_from=kept.machine, gone=kept.gone)


def tidy(text: str) -> str:
    """Give a text with one kind of line ends and nothing at the end of its lines."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()


def differences(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Give the lines of two texts as (sign, line): "-" went, "+" came, " " stayed."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return tuple((line[0], line[2:]) for line in lines if line[0] != "?")
