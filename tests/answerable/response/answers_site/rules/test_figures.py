"""How quickly concerns were answered."""

from datetime import UTC, datetime, timedelta

from answerable.response.answers_site.rules.figures import LAST, LEAST, Concern, figures

BEGIN = datetime(2026, 3, 2, tzinfo=UTC)


def concern(
    day: int, *, first: float | None = None, answered: float | None = None, level: str = "major"
) -> Concern:
    seen = BEGIN + timedelta(days=day)

    def after(hours: float | None) -> datetime | None:
        return None if hours is None else seen + timedelta(hours=hours)

    return Concern(seen, level, after(first), after(answered))


def test_a_median_stands_beside_how_many_it_is_of():
    found = figures([concern(day, first=day + 1, answered=None) for day in range(5)], ["major"]).rows[0]
    assert (found.first.done, found.first.of, found.first.median) == (5, 5, timedelta(hours=3))
    assert (found.answered.done, found.answered.of, found.answered.median) == (0, 5, None)


def test_below_five_no_time_is_shown():
    found = figures([concern(day, first=1) for day in range(LEAST - 1)], ["major"]).total
    assert (found.first.done, found.first.median) == (LEAST - 1, None)


def test_only_the_last_hundred_count_and_the_period_is_theirs():
    many = [concern(day, first=90 if day < 50 else 1) for day in range(LAST + 50)]
    found = figures(reversed(many), ["major"])
    assert (found.total.first.of, found.total.first.median) == (LAST, timedelta(hours=1))
    assert (found.begin, found.end) == (many[50].seen_at, many[-1].seen_at)


def test_levels_stand_in_their_order_and_unassessed_ones_last():
    some = [concern(1, level=""), concern(2, level="ordinary"), concern(3, level="grave")]
    assert [row.level for row in figures(some, ["grave", "major", "ordinary"]).rows] == [
        "grave",
        "ordinary",
        "",
    ]


def test_what_was_said_before_the_concern_was_noted_counts_as_at_once():
    found = figures([concern(day, first=-3) for day in range(5)], ["major"]).total
    assert found.first.median == timedelta(0)


def test_nothing_gives_no_period_and_no_rows():
    assert (figures([], ["major"]).begin, figures([], ["major"]).rows) == (None, ())
