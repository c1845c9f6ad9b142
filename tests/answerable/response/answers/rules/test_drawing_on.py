"""Checked facts in a text."""

from dataclasses import dataclass
from datetime import datetime

from answerable.response.answers.rules.drawing_on import with_fact
from answerable.response.answers.rules.states import Kind
from answerable.response.answers.rules.wording import Content, Known
from answerable.response.cases.rules.findings import Finding

CONTENT = Content(kind=Kind.ANSWER, language="en", title="Water", unknown="The cause.")


@dataclass(frozen=True)
class Proof:
    """Evidence of the test."""

    words: str
    link: str


@dataclass(frozen=True)
class Fact:
    """A fact of the test."""

    claim: str = "The water is brown"
    finding: str = Finding.CONFIRMED
    words: str = "Iron was stirred up"
    known_by: datetime | None = None
    evidence: tuple[Proof, ...] = (Proof("Sample 12", "https://water.example/12"),)


def test_a_fact_comes_with_what_it_rests_on() -> None:
    assert with_fact(CONTENT, Fact()).known == (
        Known("Iron was stirred up", "Sample 12", "https://water.example/12"),
    )


def test_a_fact_without_words_of_ours_is_told_as_claimed() -> None:
    assert with_fact(CONTENT, Fact(words=" ", evidence=())).known == (Known("The water is brown"),)


def test_what_is_not_known_goes_where_that_is_said() -> None:
    found = with_fact(CONTENT, Fact(finding=Finding.UNKNOWN, words="Where the iron comes from."))
    assert found.known == ()
    assert found.unknown == "The cause.\n\nWhere the iron comes from."


def test_the_same_fact_is_put_in_once() -> None:
    assert len(with_fact(with_fact(CONTENT, Fact()), Fact()).known) == 1
