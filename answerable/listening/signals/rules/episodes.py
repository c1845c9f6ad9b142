"""When an outbreak is over."""

from math import exp

#: A count is ordinary again when one as high comes by chance once in five times (as storystream.early_warning says).
ORDINARY = 0.2


def chance_of(seen: int, expected: float) -> float:
    """Give the chance of `seen` or more when `expected` are to be expected and nothing changed (Poisson).

    >>> round(chance_of(2, 1.0), 3)
    0.264
    """
    term = total = exp(-expected)
    for count in range(1, seen):
        term *= expected / count
        total += term
    return max(1.0 - total, 0.0) if seen > 0 else 1.0


def is_over(seen: int, expected: float) -> bool:
    """Say whether the count of the newest window, as long as the signal's, is ordinary again."""
    return seen <= expected or chance_of(seen, expected) >= ORDINARY
