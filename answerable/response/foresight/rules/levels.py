"""The level of a communication risk: what the risk points suggest, and what two assessors say."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from answerable.response.foresight.rules.content import RiskPoint, View


class Level(StrEnum):
    """How much of a risk a release is (国务院令第713号 arts. 22-24; the plan's risk_levels)."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


LEVEL_NAMES: Mapping[Level, str | Promise] = {
    Level.LOW: pgettext_lazy("risk", "low"),
    Level.MEDIUM: pgettext_lazy("risk", "medium"),
    Level.HIGH: pgettext_lazy("risk", "high"),
}
RANK = {level: place for place, level in enumerate(Level)}
MARKS = (1, 2, 3)
LIKELIHOOD_NAMES: Mapping[int, str | Promise] = {
    1: pgettext_lazy("likelihood", "unlikely"),
    2: pgettext_lazy("likelihood", "possible"),
    3: pgettext_lazy("likelihood", "likely"),
}
EFFECT_NAMES: Mapping[int, str | Promise] = {
    1: pgettext_lazy("effect", "small"),
    2: pgettext_lazy("effect", "noticeable"),
    3: pgettext_lazy("effect", "grave"),
}
#: Two different people assess (as with concerns, 国办发〔2016〕61号 practice; decision 0020).
ASSESSORS = 2
#: Likelihood times effect from which a point is medium and high, the usual 3 by 3 table (ISO 31010:2019, B.10.3):
#: likely and noticeable, or possible and grave, is high; a product of 3 or 4 is medium.
MEDIUM_FROM, HIGH_FROM = 3, 6


def level_of_point(likelihood: int, effect: int) -> Level:
    """Give the level that one risk point suggests."""
    product = likelihood * effect
    if product >= HIGH_FROM:
        return Level.HIGH
    return Level.MEDIUM if product >= MEDIUM_FROM else Level.LOW


def suggested(risks: Iterable[RiskPoint]) -> Level:
    """Give the level that the gravest of the points suggests; it binds nobody."""
    found = (level_of_point(point.likelihood, point.effect) for point in risks)
    return max(found, key=RANK.__getitem__, default=Level.LOW)


def agreed(views: Sequence[View]) -> Level | None:
    """Give the level that holds once both have spoken: where they differ, the higher one. None before."""
    if len(views) < ASSESSORS:
        return None
    return max((Level(view.level) for view in views), key=RANK.__getitem__)


def dissent(views: Sequence[View]) -> View | None:
    """Give the view that did not prevail, to be kept beside the level; None where both say the same."""
    level = agreed(views)
    return next((view for view in views if level is not None and view.level != level), None)


def offered(parameter: object) -> tuple[Level, ...]:
    """Give the levels that the plan names, in their order; all three where it names none or other words."""
    named = parameter if isinstance(parameter, list | tuple) else ()
    found = tuple(level for level in Level if level.value in named)
    return found if len(found) > 1 else tuple(Level)
