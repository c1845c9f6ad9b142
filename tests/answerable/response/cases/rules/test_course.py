"""The words of a case's course."""

from answerable.response.cases.rules.course import HAPPENED_NAMES, Happened


def test_everything_that_can_happen_has_words() -> None:
    assert set(HAPPENED_NAMES) == set(Happened)
    assert len({str(name) for name in HAPPENED_NAMES.values()}) == len(Happened)
