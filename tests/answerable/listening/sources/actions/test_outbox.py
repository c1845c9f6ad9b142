import pytest
from django.db import transaction

from answerable.listening.sources import actions, queries
from tests.answerable.listening.sources.makers import make_item


@pytest.mark.django_db(transaction=True)
def test_settling_outside_a_transaction_is_a_defect():
    with pytest.raises(transaction.TransactionManagementError):
        actions.settle([1])


@pytest.mark.django_db(transaction=True)
def test_a_broken_placing_leaves_the_arrival_where_it_was():
    make_item()
    (row,) = queries.arrivals(10)
    with transaction.atomic():
        actions.settle([row.id])
        transaction.set_rollback(True)
    assert queries.waiting_arrivals() == 1
