"""What the town's bureau has said, made by the rooms' own actions."""

import pytest
from django.utils import translation

from answerable.kernel import clock
from answerable.office.people.models import Account
from answerable.office.people.queries import actor_for
from answerable.office.review import queries as reviews
from answerable.response.answers.queries import corrections, published
from answerable.response.answers.rules.findings import findings
from answerable.response.answers.rules.plain import HintKind, look_at
from answerable.response.answers.rules.states import Kind, State
from answerable.response.answers.rules.wording import composed
from demo import answers
from demo.opening import open_house


@pytest.fixture
def made(db) -> dict[str, int]:
    """The bureau opened, and its answers."""
    translation.activate("en")
    at = clock.now()
    open_house(at)
    accounts = Account.objects.exclude(person=None)
    cast = {account.username: actor_for(account, at=at) for account in accounts}
    return answers.load(cast, at=at)


def test_two_clarifications_are_corrected_in_the_open(made) -> None:
    rows = [row for row in published().rows if row.kind is Kind.CLARIFICATION]
    assert [row.state for row in rows] == [State.CORRECTED] * 2
    assert {row.language for row in corrections()} == {"zh", "en"}


def test_the_conference_is_published_in_both_languages(made) -> None:
    rows = [row for row in published().rows if row.kind is Kind.CONFERENCE]
    assert {(row.language, row.translations[0][0]) for row in rows} == {("zh", "en"), ("en", "zh")}


def test_an_answer_waits_for_its_second_reading(made) -> None:
    assert reviews.review_of(f"answer:{made['water-zh']}").step == "Second reading"


@pytest.mark.parametrize(
    "said", [answers.smell("3月2日", "2 March"), answers.conference("3月2日", "2 March"), answers.when_back()]
)
def test_the_bureau_writes_plainly_and_gives_nobody_away(said) -> None:
    for content in (said.zh, said.en):
        text = composed(content)
        assert findings(text, []) == ()
        kinds = {hint.kind for hint in look_at(text, content.language).hints}
        assert not kinds & {HintKind.FILLER, HintKind.PLAIN_WORD}
