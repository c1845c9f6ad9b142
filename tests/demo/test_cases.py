"""The town's board: every state of an ordinary week, made by the room's own actions."""

import pytest

from answerable.kernel import clock
from answerable.office.people.models import Account
from answerable.office.people.queries import actor_for
from answerable.response.cases.models import Case
from answerable.response.cases.queries.board import Wish, board
from answerable.response.cases.queries.head import HeadLineKey, head_lines
from answerable.response.cases.queries.room import room
from answerable.response.cases.rules.states import State
from demo import answers, cases
from demo.opening import open_house
from tests.answerable.response.cases.clockwork import adopt_rules


@pytest.fixture
def town(db):
    """The bureau opened, a plan in force, and its cases."""
    at = clock.now()
    open_house(at)
    adopt_rules()
    accounts = Account.objects.exclude(person=None)
    cast = {account.username: actor_for(account, at=at) for account in accounts}
    return cast, at, cases.load(cast, at=at)


def test_the_board_shows_cases_in_many_states(town) -> None:
    cast, at, made = town
    states = set(Case.objects.values_list("state", flat=True))
    assert states == {State.CLOSED, State.ASSIGNED, State.HANDED_OVER, State.RESPONDING, State.REGISTERED}
    assert board(cast["ada"], Wish(tab="open"), at=at).total == len(made)


def test_one_clock_runs_short_and_the_head_is_told(town) -> None:
    cast, at, made = town
    (short,) = [
        clock_
        for clock_ in room(cast["ada"], made["tariff"], at=at).clocks
        if clock_.stage == "publish_response"
    ]
    assert 0 < short.left.total_seconds() <= 2.1 * 3600
    lines = {line.key: line.number for line in head_lines(cast["boris"], at=at)}
    assert lines[HeadLineKey.DECIDE] == lines[HeadLineKey.GRAVE] == 1
    assert lines[HeadLineKey.SOON] >= 2


def test_the_burst_main_has_facts_known_and_not_tasks_and_reports(town) -> None:
    cast, at, made = town
    shown = room(cast["boris"], made["burst-main"], at=at)
    assert {fact.finding.value for fact in shown.facts} == {"not_so", "partly", "unknown"}
    assert [paper.state.value for paper in shown.papers] == ["sent", "receipted", "draft"]
    assert len(shown.tasks) == 2


def test_what_was_handed_over_keeps_its_clocks_until_it_is_confirmed(town) -> None:
    cast, at, made = town
    shown = room(cast["ada"], made["canteen"], at=at)
    assert shown.can_confirm
    assert shown.clocks


def test_the_bureau_s_answers_answer_their_cases(town) -> None:
    cast, at, made = town
    answers.load(cast, at=at, cases=made)
    assert Case.objects.get(pk=made["smell-rumour"]).spokesperson
    assert Case.objects.get(pk=made["burst-main"]).answered_at is not None
