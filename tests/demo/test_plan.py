"""The town's plan is in force with every post held, and the next version is begun."""

import pytest

from answerable.governance.plan import queries
from answerable.governance.plan.models import PlanVersion, Proposal
from answerable.governance.plan.queries.versions import problems_of
from answerable.office.people import queries as people
from answerable.office.people.models import Account
from demo import plan
from demo.opening import open_house
from tests.answerable.governance.plan.makers import NOON

pytestmark = pytest.mark.django_db


def test_the_bureau_runs_its_plan():
    open_house(NOON)
    cast = {
        name: people.actor_for(Account.objects.get(username=name), at=NOON)
        for name in ("ada", "boris", "chen", "dana", "emil")
    }

    version = plan.load(cast, at=NOON)

    standing = queries.in_force(at=NOON.replace(hour=23))
    assert standing.version_id == version
    # The town has posts without a backup, and the findings say so.
    assert {one.code for one in problems_of(PlanVersion.objects.get(pk=version), at=NOON)} == {
        "post_no_backup_holder"
    }
    assert len({unit for code, unit in queries.posts_bound(version) if code == "P-LIAI"}) == 6
    assert PlanVersion.objects.get(state="draft").number == "1.1.0"
    assert Proposal.objects.get().clause == "c27"
