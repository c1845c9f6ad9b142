"""The papers of the made-up town."""

from datetime import timedelta

import pytest

from answerable.kernel import clock
from answerable.office.people import queries as people
from answerable.reports import queries
from answerable.reports.models import Paper
from answerable.reports.queries import file_of
from demo import cases, clocks, papers, plan
from demo.opening import open_house
from demo.town import CAST
from tests.answerable.listening.stories.makers import make_story


@pytest.mark.slow
@pytest.mark.django_db
def test_one_paper_waits_for_its_check_and_one_was_received_by_the_district():
    at = clock.now()
    began = at - timedelta(days=92)
    open_house(began)
    accounts = {citizen.login: people.account_named(citizen.login) for citizen in CAST}
    for load in (clocks.load, plan.load):
        load({name: people.actor_for(one, at=began) for name, one in accounts.items() if one}, at=began)
    cast = {name: people.actor_for(one, at=at) for name, one in accounts.items() if one}
    make_story(("东桥停水何时恢复",), at=at - timedelta(days=1), language="zh")
    cases.load(cast, at=at)
    made = papers.load(cast, at=at)
    states = {row.pk: row.state for row in Paper.objects.all()}
    assert [states[made[name]] for name in ("month", "quarter", "weekly", "case")] == [
        "in_review",
        "receipted",
        "draft",
        "draft",
    ]
    sent = Paper.objects.get(pk=made["quarter"])
    assert sent.numbered.written.endswith("号")
    assert file_of(cast["ada"], sent.pk, "pdf").content.startswith(b"%PDF")
    assert Paper.objects.filter(key__startswith="run:").count() == Paper.objects.exclude(run=None).count()
    row = queries.paper_for(cast["ada"], made["month"])
    assert [name for _version, name in queries.layouts_for(row)] == ["云汀市水务局文稿模板, version 1"]
