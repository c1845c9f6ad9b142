"""A question as plain values, and what a questionnaire must be to be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

#: Longer lists are not read to the end; each option more makes every cell smaller.
MOST_OPTIONS = 12
MOST_QUESTIONS = 40
#: What one free answer may hold, in characters.
LONGEST_TEXT = 1000
#: A scale has this many points at least and at most.
SCALE_POINTS = (3, 10)


class Sort(StrEnum):
    """What kind of answer a question takes."""

    SINGLE = "single"
    SEVERAL = "several"
    SCALE = "scale"
    TEXT = "text"


SORT_NAMES = {
    Sort.SINGLE: pgettext_lazy("question", "one of several options"),
    Sort.SEVERAL: pgettext_lazy("question", "any of several options"),
    Sort.SCALE: pgettext_lazy("question", "a scale"),
    Sort.TEXT: pgettext_lazy("question", "in their own words"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `options` of a scale are the words at its two ends; `points` how many steps it has."""

    sort: str
    words: str
    options: tuple[str, ...] = ()
    points: int = 5

    @property
    def scale(self) -> range:
        """The points of a scale."""
        return range(1, self.points + 1)


#: An answer: the number of an option, several of them, a point of a scale from 1, a text; None is an empty field.
Answer = int | tuple[int, ...] | str | None


def faults(questions: Sequence[Question], group: int | None) -> list[object]:
    """List what keeps these questions from being asked, as sentences."""
    found: list[object] = []
    if not 1 <= len(questions) <= MOST_QUESTIONS:
        found.append(_("A questionnaire has between 1 and %(most)s questions.") % {"most": MOST_QUESTIONS})
    for number, one in enumerate(questions, start=1):
        found += [_("Question %(number)s: %(fault)s") % {"number": number, "fault": f} for f in _faults(one)]
    if group is not None and not (0 <= group < len(questions) and questions[group].sort == Sort.SINGLE):
        found.append(_("Results can be shown apart only by a question with one of several options."))
    return found


def _faults(one: Question) -> list[object]:
    found: list[object] = [] if one.words.strip() else [_("it has no words.")]
    if one.sort in (Sort.SINGLE, Sort.SEVERAL):
        found += _faults_of_options(one)
    elif one.sort == Sort.SCALE:
        found += _faults_of_scale(one)
    elif one.sort != Sort.TEXT:
        found.append(_("there is no such kind of question."))
    return found


def _faults_of_options(one: Question) -> list[object]:
    found: list[object] = []
    if not 2 <= len(one.options) <= MOST_OPTIONS:
        found.append(_("give between 2 and %(most)s options, one a line.") % {"most": MOST_OPTIONS})
    if len(set(one.options)) != len(one.options):
        found.append(_("two options are the same."))
    return found


def _faults_of_scale(one: Question) -> list[object]:
    few, most = SCALE_POINTS
    found: list[object] = []
    if not few <= one.points <= most:
        found.append(_("a scale has between %(few)s and %(most)s points.") % {"few": few, "most": most})
    if len(one.options) not in (0, 2):
        found.append(_("name both ends of the scale, one a line, or neither."))
    return found


def as_record(one: Question) -> dict[str, object]:
    """Give a question as it is kept."""
    return {"sort": one.sort, "words": one.words, "options": list(one.options), "points": one.points}


def from_record(record: Mapping[str, object]) -> Question:
    """Read a question as it was kept."""
    options = record["options"]
    assert isinstance(options, list)
    return Question(
        str(record["sort"]), str(record["words"]), tuple(str(o) for o in options), int(str(record["points"]))
    )
