"""No small count can be read from the figures or worked out from their total."""

from hypothesis import given
from hypothesis import strategies as st

from answerable.governance.accountability.rules.figures import LEAST, counted, held_back

COUNTS = st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 30), max_size=9)


@given(COUNTS)
def test_no_count_under_five_is_shown_or_left_alone_with_the_total(counts):
    lines = {line.name: line.count for line in held_back(counts.items())}
    assert set(lines) == set(counts)
    assert all(count is None or count >= LEAST for count in lines.values())
    hidden = [counts[name] for name, count in lines.items() if count is None]
    if hidden and len(hidden) < len(counts):
        assert len(hidden) > 1
        assert sum(hidden) >= LEAST


@given(COUNTS)
def test_what_is_shown_is_true(counts):
    assert all(line.count in (None, counts[line.name]) for line in held_back(counts.items()))


def test_one_small_unit_takes_another_with_it():
    names = ["a"] * 2 + ["b"] * 6 + ["c"] * 9
    assert [line.count for line in counted(names)] == [None, None, 9]
