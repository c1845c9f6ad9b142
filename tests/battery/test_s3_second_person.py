"""S3: lives of an answer, always the same ones: nothing is public that three others have not read to the letter.

The lives are those of tests/answerable/response/answers/test_life.py, which the ordinary suite draws anew each time.
The control is the gate as it is often built: an approval is of a number of the version, and the saver's page says
which number comes next. Two who save from the same page then write two texts under one number.
"""

import os

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.answerable.response.answers.test_life import Life

#: Lives of 40 acts; ANSWERABLE_LIVES=300 is the bar of a release. On PostgreSQL each takes twenty times as long.
LIVES = int(os.environ.get("ANSWERABLE_LIVES", "30" if connection.vendor == "sqlite" else "5"))
ACTS = 40
WRITERS, READERS = ("chen", "dana"), ("ada", "emil", "boris")


def many(lives):
    """The settings of a run that is the same each time."""
    return settings(
        max_examples=lives,
        stateful_step_count=ACTS,
        deadline=None,
        derandomize=True,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
    )


class Counted(Life):
    """The lives, counted: a run in which nothing ever became public would show nothing."""

    acts = 0
    published = 0

    @rule(readers=st.permutations(READERS))
    def bring_out(self, readers: list[str]) -> None:
        """Go the right way to its end, so that many texts become public and what follows has something to spoil."""
        self.go_through(readers)
        self.publish("emil")

    def teardown(self) -> None:
        """Note what this life brought out."""
        Counted.published += len(self.out)
        super().teardown()

    @invariant()
    def one_more_act(self) -> None:
        """Every act is followed by every look."""
        Counted.acts += 1


@pytest.mark.django_db
def test_no_life_of_an_answer_leads_to_a_text_that_nobody_else_read(tally):
    Counted.acts = Counted.published = 0
    run_state_machine_as_test(Counted, settings=many(LIVES))
    assert Counted.published >= LIVES // 2, "hardly anything became public: nothing is shown"
    tally(cases=Counted.acts)


class ByNumber(RuleBasedStateMachine):
    """A desk whose gate compares numbers of versions; the oracle knows the texts that were really read."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.number = "At six.", 1
        self.pages: dict[str, tuple[str, int]] = {}
        self.approved: set[tuple[str, int]] = set()
        self.read: set[tuple[str, str]] = set()
        self.out: str | None = None

    @rule(name=st.sampled_from((*WRITERS, *READERS)))
    def look(self, name: str) -> None:
        """Open the page; it shows the text and its number."""
        self.pages[name] = (self.text, self.number)

    @rule(name=st.sampled_from(WRITERS), text=st.sampled_from(["At seven.", "At eight."]))
    def save(self, name: str, text: str) -> None:
        """Save from the open page: the next number is the one after the page's."""
        if name in self.pages:
            self.text, self.number = text, self.pages[name][1] + 1

    @rule(name=st.sampled_from(READERS))
    def approve(self, name: str) -> None:
        """Approve what the open page shows: its number is kept, and what was really read."""
        if name in self.pages:
            seen, number = self.pages[name]
            self.approved.add((name, number))
            self.read.add((name, seen))

    @rule()
    def publish(self) -> None:
        """Publish when somebody else approved this number."""
        if any(number == self.number for _name, number in self.approved):
            self.out = self.text

    @invariant()
    def what_is_public_was_read_by_another(self) -> None:
        """Exactly this text, not another one of the same number."""
        assert self.out is None or any(seen == self.out for _name, seen in self.read)


def test_the_control_whose_gate_compares_numbers_of_versions_is_caught(tally):
    with pytest.raises(AssertionError):
        run_state_machine_as_test(ByNumber, settings=many(300))
    tally(cases=300, faults=1, control=True)
