"""What readers said, for the office."""

import pytest

from answerable.response.answers.models import Answer
from answerable.response.answers_site import actions
from tests.answerable.response.answers.makers import LATER, make_published, sign_in

pytestmark = pytest.mark.django_db


def test_the_office_reads_what_is_still_open(office, client):
    slug = make_published(office)
    actions.judge(slug, helped=False, open_question="And <b>Tuesday</b>?", by=actions.READER, at=LATER)
    sign_in(client, "ada")
    assert b"When the water comes back" in client.get("/respond/readers/").content
    page = client.get(f"/respond/readers/{Answer.objects.get(slug=slug).pk}/")
    assert b"And &lt;b&gt;Tuesday&lt;/b&gt;?" in page.content
    assert b"0 of 1 readers" in page.content


def test_nobody_said_anything_yet(office, client):
    sign_in(client, "ada")
    assert client.get("/respond/readers/?page=x").status_code == 200
    assert client.get("/respond/readers/77/").status_code == 404


def test_the_public_does_not_read_it(office, reader):
    assert reader.get("/respond/readers/").status_code == 302
    assert reader.get("/respond/readers/1/").status_code == 302
