"""A quarter of the town's duties: green, amber and red, made by the room's own actions."""

from datetime import timedelta

import pytest

from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.queries.matrix import matrix
from answerable.governance.duties.rules.periods import quarter_of
from answerable.governance.duties.rules.standing import Tone
from answerable.governance.duties.rules.states import State
from answerable.governance.plan.actions.binding import bind_by_itself
from answerable.governance.plan.models import PlanVersion
from answerable.governance.plan.queries.standing import reading_of
from answerable.governance.plan.shipped import shipped_plans
from answerable.kernel import clock
from answerable.office.people.models import Account
from answerable.office.people.queries import actor_for, day_of
from demo import duties
from demo.opening import open_house

DAYS = 100


@pytest.fixture
def cast(db):
    """The bureau opened, with the shipped plan in force for a quarter."""
    at = clock.now()
    began = at - timedelta(days=DAYS)
    open_house(began)
    text = shipped_plans()["district-bureau"]
    version = PlanVersion.objects.create(
        number="1.0.0",
        titles={"zh": "方案"},
        state="in_force",
        text=text,
        sha256="1" * 64,
        effective=day_of(began),
        in_force_at=began,
        created_at=began,
        changed_at=began,
    )
    bind_by_itself(version, reading_of(version).document)
    accounts = Account.objects.exclude(person=None)
    return {account.username: actor_for(account, at=at) for account in accounts}


def test_the_matrix_of_the_town_shows_green_amber_and_red(cast) -> None:
    at = clock.now()
    duties.load(cast, at=at)
    table = matrix(cast["boris"], *quarter_of(day_of(at)), at=at)
    assert all(table.figures[tone] > 0 for tone in (Tone.OK, Tone.SOON, Tone.LATE))
    states = set(Occurrence.objects.values_list("state", flat=True))
    assert {State.ACCEPTED, State.PLANNED, State.MISSED} <= states
    assert Occurrence.objects.filter(state=State.ACCEPTED, on_time=False).exists()


def test_a_town_without_a_plan_stays_as_it_is(db) -> None:
    duties.load({}, at=clock.now())
    assert not Occurrence.objects.exists()
