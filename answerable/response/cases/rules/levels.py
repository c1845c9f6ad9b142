"""From factors to a level, by the rows that the rule pack in force gives."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(StrEnum):
    """How grave a case is: the four levels of the emergency response law (特别重大 重大 较大 一般)."""

    GRAVE = "grave"
    MAJOR = "major"
    CONSIDERABLE = "considerable"
    ORDINARY = "ordinary"


#: From the lightest to the gravest.
RANK = {Level.ORDINARY: 0, Level.CONSIDERABLE: 1, Level.MAJOR: 2, Level.GRAVE: 3}
LEVEL_NAMES = {
    Level.GRAVE: pgettext_lazy("level", "grave"),
    Level.MAJOR: pgettext_lazy("level", "major"),
    Level.CONSIDERABLE: pgettext_lazy("level", "considerable"),
    Level.ORDINARY: pgettext_lazy("level", "ordinary"),
}


class Factor(StrEnum):
    """What a case is assessed on. Nothing here says anything about who raised it or what they think."""

    HARM = "harm"
    REACH = "reach"
    URGENCY = "urgency"
    VITAL = "vital"
    MISREAD = "misread"
    MISSING = "missing"


FACTOR_NAMES = {
    Factor.HARM: _("Harm"),
    Factor.REACH: _("Reach"),
    Factor.URGENCY: _("Urgency"),
    Factor.VITAL: _("Vital interest"),
    Factor.MISREAD: _("Misread policy"),
    Factor.MISSING: _("Missing information"),
}
FACTOR_QUESTIONS = {
    Factor.HARM: _("What harm to people's life, health or property is there, or may there be?"),
    Factor.REACH: _("How many people or places does it concern?"),
    Factor.URGENCY: _("How fast does it get worse while nothing is said?"),
    Factor.VITAL: _(
        "Does it touch what people cannot do without: water, food, medicine, housing, schooling?"
    ),
    Factor.MISREAD: _("Is a policy or a notice of ours understood in another way than it is meant?"),
    Factor.MISSING: _("Is there something people need to know that nobody has told them?"),
}
#: Marks a factor can have, and their words.
MARKS = (0, 1, 2, 3)
MARK_NAMES = {
    0: pgettext_lazy("mark of a factor", "none"),
    1: pgettext_lazy("mark of a factor", "a little"),
    2: pgettext_lazy("mark of a factor", "much"),
    3: pgettext_lazy("mark of a factor", "very much"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: the level holds when every factor named has at least its mark."""

    level: Level
    at_least: tuple[tuple[Factor, int], ...]

    def holds(self, marks: Mapping[Factor, int]) -> bool:
        """Say whether these marks reach the row."""
        return all(marks.get(factor, 0) >= least for factor, least in self.at_least)


def _row(level: Level, **least: int) -> Row:
    return Row(level, tuple((Factor(name), mark) for name, mark in least.items()))


#: Used while no rule pack is in force. Follows the five key categories of 国办发〔2016〕61号 (misread policy, vital
#: interest, the bottom line of livelihood, emergencies) and RESIST 2's impact analysis; a body's own pack replaces it.
GENERIC: tuple[Row, ...] = (
    _row(Level.GRAVE, harm=3, reach=3),
    _row(Level.GRAVE, harm=3, vital=3, urgency=3),
    _row(Level.MAJOR, harm=3),
    _row(Level.MAJOR, vital=3, reach=2),
    _row(Level.MAJOR, harm=2, reach=3, urgency=2),
    _row(Level.CONSIDERABLE, harm=2),
    _row(Level.CONSIDERABLE, vital=2, reach=2),
    _row(Level.CONSIDERABLE, reach=3),
    _row(Level.CONSIDERABLE, urgency=3),
    _row(Level.CONSIDERABLE, misread=2, reach=2),
    _row(Level.CONSIDERABLE, missing=2, reach=2),
)


def level_of(marks: Mapping[Factor, int], rows: Sequence[Row] = GENERIC) -> Level:
    """Give the gravest level whose row holds; ordinary when none does."""
    return max((row.level for row in rows if row.holds(marks)), key=RANK.__getitem__, default=Level.ORDINARY)


def read_rows(value: object) -> tuple[Row, ...] | None:
    """Read the parameter "assessment_levels" of a pack: [{level: grave, when: {harm: 3, reach: 3}}, ...].

    The Chinese names of levels are read as well. None when it is not such a table: a wrong table must not
    make every case ordinary.
    """
    if not isinstance(value, list | tuple) or not value:
        return None
    rows = [_read(entry) for entry in value]
    return None if None in rows else tuple(row for row in rows if row is not None)


#: How Chinese packs write the levels.
CHINESE = {"特别重大": Level.GRAVE, "重大": Level.MAJOR, "较大": Level.CONSIDERABLE, "一般": Level.ORDINARY}


def _read(entry: object) -> Row | None:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("when"), Mapping):
        return None
    word = str(entry.get("level", ""))
    level = CHINESE.get(word) or (Level(word) if word in set(Level) else None)
    least = [(str(name), mark) for name, mark in entry["when"].items()]
    if level is None or not least or not all(name in set(Factor) and mark in MARKS for name, mark in least):
        return None
    return Row(level, tuple((Factor(name), int(mark)) for name, mark in least))


def gravest(levels: Iterable[Level]) -> Level:
    """Give the gravest of some levels."""
    return max(levels, key=RANK.__getitem__)


def rule_for(level: Level) -> str:
    """Name the plan's rule whose clocks a level starts."""
    return "e-grave" if level in (Level.GRAVE, Level.MAJOR) else "e-other"


def is_reported_upward(level: Level) -> bool:
    """Say whether a level is reported upward at once (rule e-major-report)."""
    return level in (Level.GRAVE, Level.MAJOR)
