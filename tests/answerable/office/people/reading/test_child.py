"""The child says rows, or why there are none."""

from answerable.office.people.reading.child import answer


def test_an_answer_is_rows_or_a_reason():
    assert answer(b"unit\nS\n") == {"rows": [["unit"], ["S"]]}
    assert answer(b"")["refused"] == "empty"


def test_what_needs_too_much_is_said_to_be_too_heavy(monkeypatch):
    def greedy(body):
        raise MemoryError

    monkeypatch.setattr("answerable.office.people.reading.child.rows_of", greedy)
    assert answer(b"unit") == {"refused": "too_heavy", "details": {}}
