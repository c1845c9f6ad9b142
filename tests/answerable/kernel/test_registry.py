"""A registry lists kinds in order and refuses two of one name."""

from dataclasses import dataclass

import pytest

from answerable.kernel.registry import Registry


@dataclass(frozen=True)
class Fruit:
    key: str
    name: str


def test_choices_follow_the_order_of_entry():
    fruits = Registry(Fruit("pear", "Pear"), Fruit("fig", "Fig"))
    assert fruits.choices() == [("pear", "Pear"), ("fig", "Fig")]
    assert len(fruits) == 2
    assert "fig" in fruits
    assert fruits["fig"].name == "Fig"


def test_two_kinds_of_one_name_are_refused():
    with pytest.raises(ValueError, match="pear"):
        Registry(Fruit("pear", "Pear"), Fruit("pear", "Other"))
