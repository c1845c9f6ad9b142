"""The parent gets an object or says that the document was too heavy; nothing a child does reaches further."""

import pytest

from answerable.kernel.apart import parent
from answerable.kernel.apart.parent import TooHeavy, ask_child

CHILD = "answerable.office.people.reading.child"


def test_what_the_child_says_comes_back():
    assert ask_child(CHILD, b"unit\nS\n") == {"rows": [["unit"], ["S"]]}


def test_a_child_that_hangs_is_ended(monkeypatch):
    monkeypatch.setattr(parent, "WALL_S", 0.001)
    with pytest.raises(TooHeavy):
        ask_child(CHILD, b"unit\nS\n")


@pytest.mark.parametrize("module", ["no.such.module", "this"])
def test_a_child_that_says_no_object_is_no_answer(module):
    with pytest.raises(TooHeavy):
        ask_child(module, b"")


def test_the_child_knows_nothing_of_where_it_runs(monkeypatch):
    monkeypatch.setenv("ANSWERABLE_METRICS_TOKEN", "secret")
    assert set(parent.ENVIRONMENT) == {"PYTHONPATH", "PATH", "LC_ALL", "TZ"}
