"""A scale: shown point by point where the counts allow it, else in three parts or in two."""

from collections.abc import Sequence

from answerable.governance.questionnaires.kinds.counted import Counted, Part
from answerable.governance.questionnaires.rules.questions import Answer, Question


def read(one: Question, said: Sequence[str]) -> Answer:
    """Read a point from 1; raises ValueError when the scale has none such."""
    if not said or said[0] == "":
        return None
    point = int(said[0])
    if not 1 <= point <= one.points:
        raise ValueError("no such point")
    return point


def count(one: Question, answers: Sequence[Answer]) -> Counted:
    """Count in the finest way that hides nothing; where none does, in the one that shows most. Only one is shown."""
    points = [answer for answer in answers if isinstance(answer, int)]
    ways = [_part(one, points, cuts) for cuts in cuts_of(one.points)]
    best = max(ways, key=lambda part: (None not in part.shown, sum(cell is not None for cell in part.shown)))
    whole = best is ways[0] and None not in best.shown
    counted = {point: points.count(point) for point in range(1, one.points + 1)} if whole else None
    return Counted((best,), counted)


def cuts_of(points: int) -> list[list[int]]:
    """Give the ways to cut a scale: the last point of each part. All points, three parts, two parts."""
    third = (points + 1) // 3
    ways = [list(range(1, points + 1)), [third, points - third, points], [points - third, points]]
    return [cuts for number, cuts in enumerate(ways) if cuts not in ways[:number]]


def _part(one: Question, points: Sequence[int], cuts: Sequence[int]) -> Part:
    begins = [1, *(cut + 1 for cut in cuts[:-1])]
    names = [str(low) if low == high else f"{low}–{high}" for low, high in zip(begins, cuts, strict=True)]
    placed = tuple(next(cell for cell, cut in enumerate(cuts) if point <= cut) for point in points)
    return Part("", tuple(names), placed)
