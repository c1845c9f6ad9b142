"""What the battery's tests share: `tally`, by which a test says what it tried, and the parts that only a full run does.

What was told travels in the report of the test (JUnit's properties), so it survives several processes; the verb
`battery` adds it up into the table of docs/reference/trust.md.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import pytest

#: Set by `./do battery`.
FULL = os.environ.get("ANSWERABLE_BATTERY") == "full"


@dataclass
class Tally:
    """What one test tried: cases, faults put in, what was lost, and whether a control noticed the fault."""

    cases: int = 0
    faults: int = 0
    lost: int = 0
    control: int = 0

    def __call__(self, cases: int = 0, faults: int = 0, lost: int = 0, *, control: bool = False) -> None:
        """Add to what this test tried. A control says so after it has noticed what it was made to notice."""
        self.cases += cases
        self.faults += faults
        self.lost += lost
        self.control += control


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Iterator[Tally]:
    """Count what a test tried."""
    counted = Tally()
    yield counted
    request.node.user_properties.append(("tally", json.dumps(asdict(counted))))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the long parts to `./do battery`."""
    for item in items:
        if item.get_closest_marker("full") and not FULL:
            item.add_marker(pytest.mark.skip(reason="a long part: ./do battery runs it"))
