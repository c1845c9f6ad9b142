"""The clocks that a plan sets for concerns, adopted as a plan does it."""


def adopt_rules() -> None:
    return None
