"""Permanent addresses."""

from datetime import date

import pytest

from answerable.response.answers.rules.slugs import slug

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("When the water comes back in Mill Lane", "2026-03-02-when-the-water-comes-back-in-mill-lane-7"),
        ("东桥路何时恢复供水", "2026-03-02-7"),
        ("Café & Crème", "2026-03-02-cafe-creme-7"),
        ("2026年3月2日通报", "2026-03-02-7"),
        ("<script>", "2026-03-02-script-7"),
        ("../../etc/passwd", "2026-03-02-etc-passwd-7"),
    ],
)
def test_an_address_is_its_day_its_words_and_its_number(title: str, address: str) -> None:
    assert slug(title, 7, DAY) == address


def test_a_long_title_is_cut_between_words() -> None:
    found = slug("water " * 40, 7, DAY)
    assert len(found) <= 90
    assert found.endswith("water-7")
