"""The floors below which quality may not fall, and the comparison that a test makes."""

import json
from collections.abc import Mapping
from importlib import resources


def floors() -> dict[str, float]:
    """The floors of grouping by name; names ending in " at most" are ceilings.

    >>> 0 < floors()["ecbplus-dev bcubed f1"] < 1
    True
    """
    text = resources.files("storystream.evaluate").joinpath("floors.json").read_text("utf-8")
    known: dict[str, float] = json.loads(text)["grouping"]
    return known


def fallen(measured: Mapping[str, float], kept: Mapping[str, float]) -> list[str]:
    """One sentence for every figure that fell below its floor, or rose above its ceiling.

    >>> fallen({"a": 0.5, "b at most": 2.0}, {"a": 0.6, "b at most": 1.0})
    ['a: 0.5, the floor is 0.6', 'b at most: 2, the ceiling is 1.0']
    """
    found = []
    for name, value in measured.items():
        if name.endswith(" at most"):
            if value > kept[name]:
                found.append(f"{name}: {value:.4g}, the ceiling is {kept[name]}")
        elif value < kept[name]:
            found.append(f"{name}: {value:.4g}, the floor is {kept[name]}")
    return found
