"""What may be set."""

import pytest

from storystream.early_warning.settings import Settings, one_false_alarm_in


def test_one_false_alarm_in_29_days_over_3317_series_is_a_thousandth_per_hundred_series_days() -> None:
    assert one_false_alarm_in(29, over_series=3317).per_100_series_days == pytest.approx(1.04e-3, rel=0.01)


@pytest.mark.parametrize(
    "wrong",
    [
        {"per_100_series_days": 0},
        {"per_100_series_days": 21},
        {"every": "week"},
        {"at_least": 0},
        {"silence": "?"},
    ],
)
def test_what_cannot_be_meant_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"must|needs"):
        Settings(**wrong)


@pytest.mark.parametrize(("days", "series"), [(0, 5), (-1, 5), (5, 0)])
def test_a_rate_over_nothing_is_refused(days: float, series: int) -> None:
    with pytest.raises(ValueError, match="positive"):
        one_false_alarm_in(days, over_series=series)


def test_each_view_has_a_share_for_each_window() -> None:
    for every in ("hour", "day"):
        settings = Settings(every=every)
        assert len(settings.windows) == len(settings.shares)
        assert settings.memory > 28 * settings.in_a_day + max(settings.windows)
