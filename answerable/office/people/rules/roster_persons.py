"""Who is meant by a row of a roster: by staff number, else by name and address, else by a name that is theirs alone.

An address alone tells nobody: whole offices share one. Rows that say more are looked at first, so that the order of
the file does not matter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answerable.office.people.rules.roster_cells import Line


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person who is there."""

    id: int
    name: str
    staff_number: str
    email: str


def known_key(person: int) -> str:
    """Give the key of a person who is there."""
    return f"={person}"


@dataclass
class Meant:
    """Somebody who is there or whom the file brings in, as far as the rows looked at so far tell."""

    key: str
    name: str
    staff_number: str
    email: str


class Unclear(Exception):
    """A row could mean several people, or its staff number is somebody else's."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__(code)
        self.code = code
        self.name = name


def by_how_much_they_say(lines: Iterable[Line]) -> list[Line]:
    """Sort rows: with a staff number, with an address, with a name alone."""
    return sorted(
        (line for line in lines if line.person), key=lambda line: (not line.staff_number, not line.email)
    )


class Persons:
    """Everybody who is there or comes with the file."""

    def __init__(self, people: Sequence[KnownPerson]) -> None:
        self.by_number: dict[str, Meant] = {}
        self.by_name: dict[str, list[Meant]] = {}
        for person in people:
            self._add(Meant(known_key(person.id), person.name, person.staff_number, person.email))

    def _add(self, meant: Meant) -> Meant:
        self.by_name.setdefault(meant.name, []).append(meant)
        if meant.staff_number:
            self.by_number[meant.staff_number] = meant
        return meant

    def key_of(self, line: Line) -> str:
        """Say whom a row means, bringing them in where nobody is there; raises Unclear."""
        meant = self._numbered(line) if line.staff_number else self._named(line)
        if meant is None:
            parts = (line.staff_number, line.email, line.person)
            meant = self._add(Meant("+" + "|".join(parts), line.person, line.staff_number, line.email))
        if line.staff_number and not meant.staff_number:
            meant.staff_number = line.staff_number
            self.by_number[line.staff_number] = meant
        meant.email = meant.email or line.email
        return meant.key

    def _numbered(self, line: Line) -> Meant | None:
        found = self.by_number.get(line.staff_number)
        if found is not None:
            if found.name != line.person:
                raise Unclear("person_differs", found.name)
            return found
        unnumbered = [one for one in self.by_name.get(line.person, ()) if not one.staff_number]
        same = [one for one in unnumbered if line.email and one.email == line.email]
        possible = same or [one for one in unnumbered if not line.email or not one.email]
        return possible[0] if len(possible) == 1 else None

    def _named(self, line: Line) -> Meant | None:
        namesakes = self.by_name.get(line.person, [])
        if line.email:
            same = [one for one in namesakes if one.email == line.email]
            possible = same or [one for one in namesakes if not one.email]
        else:
            possible = namesakes
        if len(possible) > 1:
            raise Unclear("person_unclear", line.person)
        return possible[0] if possible else None
