"""Who does a thing: a person with posts, or the machine itself."""

from dataclasses import dataclass, field
from typing import Literal

from django.utils.translation import gettext_lazy as _

from answerable.kernel.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Actor:
    """A person as their posts make them at this moment, or the machine.

    `abilities` are plain words such as "sources.keep"; `units` are the ids of the units that the posts reach,
    own and below. Both are worked out once by `office.people` and then only read.
    """

    kind: Literal["person", "machine", "nobody"]
    name: str
    account: int | None = None
    person: int | None = None
    posts: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    abilities: frozenset[str] = field(default_factory=frozenset)

    def may(self, ability: str) -> bool:
        """Say whether this actor has an ability; the machine has all of them."""
        return self.kind == "machine" or ability in self.abilities

    def reaches(self, unit: int | None) -> bool:
        """Say whether a unit lies in this actor's reach."""
        return self.kind == "machine" or unit in self.units

    def need(self, ability: str, *, unit: int | None = None) -> None:
        """Refuse unless the actor has the ability and, where a unit is named, reaches it."""
        if not self.may(ability) or (unit is not None and not self.reaches(unit)):
            raise NotAllowed(
                _("Your posts do not allow this."),
                _("Ask the office to do it, or to give you the post that may."),
            )


MACHINE = Actor(kind="machine", name="Answerable")
NOBODY = Actor(kind="nobody", name="")
