"""What the bureau of the made-up town looks at before it is announced."""

from datetime import timedelta

import pytest

from answerable.kernel import clock
from answerable.office.people import queries as people
from answerable.office.review import queries as reviews
from answerable.response.foresight import queries
from answerable.response.foresight.models import Release
from answerable.response.foresight.queries.names import subject_of
from demo import cases, clocks, foresight, plan
from demo.opening import open_house
from demo.town import CAST
from tests.answerable.listening.stories.makers import make_story


@pytest.mark.slow
@pytest.mark.django_db
def test_one_is_assessed_one_watched_and_one_looked_back_on():
    at = clock.now()
    began = at - timedelta(days=92)
    open_house(began)
    accounts = {citizen.login: people.account_named(citizen.login) for citizen in CAST}
    clocks.load({name: people.actor_for(one, at=began) for name, one in accounts.items() if one}, at=began)
    plan.load({name: people.actor_for(one, at=began) for name, one in accounts.items() if one}, at=began)
    cast = {name: people.actor_for(one, at=at) for name, one in accounts.items() if one}
    make_story(("暴雨致三处下穿通道积水封闭",), at=at - timedelta(days=10), language="zh")
    make_story(("Which underpasses are closed now, drivers ask",), at=at - timedelta(days=9))
    make_story(("东桥停水何时恢复",), at=at - timedelta(days=1), language="zh")
    cases.load(cast, at=at)
    made = foresight.load(cast, at=at)
    states = {row.pk: row.state for row in Release.objects.all()}
    assert [states[made[name]] for name in ("tariff", "works", "underpass")] == [
        "planned",
        "partly",
        "finished",
    ]
    assert reviews.review_of(subject_of(made["tariff"])) is None
    page = queries.release_of(cast["ada"], made["tariff"], at=at)
    assert (len(page.assessed.views), page.consultations[0].voices[1].is_decided) == (1, False)
    found = queries.foreseen_against_asked(made["underpass"])
    assert found.foreseen
    assert found.unforeseen_count
    assert queries.release_of(cast["chen"], made["works"], at=at).watch.stories_total == 1
