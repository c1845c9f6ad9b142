"""The published answers as a public site shelves them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from answerable.response.answers import actions
from answerable.response.answers.models import Answer
from answerable.response.answers.queries import shelf
from answerable.response.answers.rules.states import Kind
from tests.answerable.office.review.makers import make_office
from tests.answerable.response.answers.makers import LATER, make_draft, make_published, publish

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_every_publication_and_withdrawal_is_another_edition():
    office = make_office()
    names = [shelf.edition()]
    slug = make_published(office)
    names.append(shelf.edition())
    make_draft(office)
    assert shelf.edition() == names[-1]
    answer = Answer.objects.get(slug=slug).pk
    actions.withdraw(answer, "Called off.", by=office.chen, at=LATER + timedelta(hours=1))
    publish(office, answer, at=LATER + timedelta(hours=1))
    names.append(shelf.edition())
    assert len(set(names)) == 3


def test_a_month_is_that_of_the_town():
    office = make_office()
    slug = make_published(office)
    Answer.objects.filter(slug=slug).update(published_at=datetime(2026, 3, 31, 23, 59, tzinfo=SHANGHAI))
    other = make_published(office, title="Next month")
    Answer.objects.filter(slug=other).update(published_at=datetime(2026, 4, 1, 0, 0, tzinfo=SHANGHAI))
    assert shelf.months(language="en", zone=SHANGHAI) == ((2026, 4, 1), (2026, 3, 1))
    assert shelf.months(language="zh", zone=SHANGHAI) == ()
    [row] = shelf.published_in(2026, 3, language="en", zone=SHANGHAI).rows
    assert row.slug == slug
    assert shelf.published_in(2026, 12, language="en", zone=SHANGHAI).total == 0


def test_a_release_that_was_withdrawn_no_longer_counts():
    office = make_office()
    slug = make_published(office, kind=Kind.FIRST_RELEASE, cases=())
    answer = Answer.objects.get(slug=slug)
    answer.case_links.create(case=7)
    assert [(one.case, one.kind) for one in shelf.releases([7])] == [(7, Kind.FIRST_RELEASE)]
    actions.withdraw(answer.pk, "Called off.", by=office.chen, at=LATER)
    publish(office, answer.pk, at=LATER)
    assert shelf.releases([7]) == ()
    assert [place.slug for place in shelf.places()] == [slug]
