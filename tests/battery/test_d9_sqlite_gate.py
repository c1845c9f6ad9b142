"""D9: every release of SQLite goes to the gate: those with the race of the journal never get a journal of that kind.

What is right stands here once more, written from the notes of sqlite.org: the race came with 3.7.0 and was mended in
3.51.3, and in 3.50.7 and 3.44.6. The controls are gates as they are often written.
"""

from pathlib import Path

import pytest

from answerable.kernel import embedded_sqlite
from answerable.project.databases import database

#: Lines from 3.0 to 3.53, and patches up to 19 of each.
RELEASES = [(3, line, patch) for line in range(54) for patch in range(20)]
MENDED = {44: 6, 50: 7, 51: 3}


def has_the_race(release):
    """Whether several processes can corrupt a database in WAL mode with this release, or WAL is not known to it."""
    _major, line, patch = release
    return line < 52 and not (line in MENDED and patch >= MENDED[line])


def let_through(gate):
    """The releases with the race that a gate takes for safe."""
    return [release for release in RELEASES if has_the_race(release) and gate(release)]


def test_the_gate_lets_no_release_with_the_race_through_and_no_mended_one_wait(tally):
    missed = let_through(embedded_sqlite.is_safe)
    assert missed == []
    refused = [one for one in RELEASES if not has_the_race(one) and not embedded_sqlite.is_safe(one)]
    assert refused == []
    tally(cases=len(RELEASES), faults=sum(map(has_the_race, RELEASES)), lost=len(missed))


@pytest.mark.parametrize("release", [(3, 40, 1), (3, 50, 4), (3, 51, 2), (3, 50, 7), (3, 51, 3), (3, 53, 4)])
def test_a_release_with_the_race_gets_the_old_journal(release, monkeypatch, tally):
    monkeypatch.setattr(embedded_sqlite, "version", lambda: release)
    for mode in ("production", "test"):
        told = database(str(Path("house.sqlite3")), mode=mode)["OPTIONS"]["init_command"]
        assert ("journal_mode=DELETE" in told) is has_the_race(release)
        assert ("journal_mode=WAL" in told) is not has_the_race(release)
        assert "mmap_size" not in told
    tally(cases=2, faults=2 * has_the_race(release))


@pytest.mark.parametrize(
    ("gate", "passes"),
    [
        (lambda release: release >= (3, 44, 6), (3, 50, 4)),
        (lambda release: ".".join(map(str, release)) >= "3.51.3", (3, 9, 2)),
        (lambda release: release >= (3, 7, 0), (3, 40, 1)),
    ],
    ids=["from the first mended one on", "compared as text", "as soon as there is WAL"],
)
def test_a_gate_as_it_is_often_written_lets_the_race_through(gate, passes, tally):
    through = let_through(gate)
    assert passes in through
    tally(cases=len(RELEASES), faults=len(through), control=True)
