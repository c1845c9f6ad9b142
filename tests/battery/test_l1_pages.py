"""L1: a list of ten thousand rows asks the database no more often than a list of three, and shows fifty of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.kernel import clock
from answerable.office.clocks.models import Clock
from answerable.response.answers.models import Answer
from tests.answerable.office.clocks.makers import make_clock
from tests.answerable.office.clocks.makers import make_office as make_office_with_plan
from tests.answerable.office.review.makers import make_office
from tests.answerable.response.answers.makers import make_published, sign_in
from tests.answerable.response.answers_site.makers import multiply

pytestmark = pytest.mark.django_db

MANY = 10_000
#: The design's bar for a page (trust.md, L1).
MOST = 12


def statements(client, address):
    """How often the second look asks: the first one warms what is kept in memory."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_a_list_of_ten_thousand_answers_asks_no_more_than_a_short_one(client):
    office = make_office()
    make_published(office)
    answer = Answer.objects.get().pk
    sign_in(client, "ada")
    multiply(answer, 2)
    few = statements(client, "/respond/answers/?tab=public")
    multiply(answer, MANY)
    assert statements(client, "/respond/answers/?tab=public") == few <= MOST
    assert statements(client, "/respond/answers/?tab=public&page=150") <= few
    page = client.get("/respond/answers/?tab=public").text
    assert 0 < page.count("Answer number ") <= 60


def test_a_list_of_ten_thousand_clocks_asks_no_more_than_a_short_one(client):
    office = make_office_with_plan()
    sign_in(client, "ada")
    one = make_clock(office, at=clock.now())
    fields = {field.attname: getattr(one, field.attname) for field in Clock._meta.concrete_fields}

    def more(first, count):
        Clock.objects.bulk_create(
            [Clock(**{**fields, "id": None, "subject": f"letter:{first + n}"}) for n in range(count)],
            batch_size=500,
        )

    more(2, 2)
    few = statements(client, "/clocks/")
    more(10, MANY)
    assert statements(client, "/clocks/") == few <= MOST
    assert statements(client, "/clocks/?page=150") <= few
