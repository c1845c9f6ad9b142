"""What the room does by itself, when there is nothing to do."""

import pytest

from answerable.response.channels import jobs
from answerable.response.channels.models import Publication
from tests.answerable.office.people.makers import NOON


@pytest.mark.django_db
def test_nothing_due_sends_nothing_and_looks_at_nothing():
    policy = jobs.egress_policy()
    assert jobs.go_out_at(policy, at=NOON) == 0
    jobs.look_around_at(policy, at=NOON)
    assert not Publication.objects.exists()


def test_a_page_that_asks_to_sign_in_is_alive():
    assert jobs._fault(200) == ""
    assert jobs._fault(401) == ""
    assert jobs._fault(404) != ""
