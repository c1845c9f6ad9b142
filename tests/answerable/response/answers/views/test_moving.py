"""What is done with a text, by its buttons."""

import pytest

from answerable.response.answers.models import Answer
from answerable.response.answers.queries import published_answer
from tests.answerable.response.answers.makers import (
    make_draft,
    make_published,
    pass_gate,
    sign_in,
    speaking_post,
)


@pytest.fixture
def emil(office, client):
    """A browser in which Emil is signed in."""
    sign_in(client, "emil")
    return client


def test_handing_in_leads_to_the_review(office, emil) -> None:
    answer = make_draft(office)
    assert emil.post(f"/respond/answers/{answer}/hand-in/").url.startswith("/reviews/")


def test_publishing_leads_to_the_published_answer(office, emil) -> None:
    answer = make_draft(office)
    pass_gate(office, answer)
    emil.post(f"/respond/answers/{answer}/publish/", {"spokesperson_post": speaking_post()})
    assert Answer.objects.get().state == "published"
    assert emil.get(f"/respond/answers/{answer}/").status_code == 200


def test_a_contact_of_a_unit_does_not_publish(office, client) -> None:
    answer = make_draft(office)
    pass_gate(office, answer)
    sign_in(client, "chen")
    refused = client.post(f"/respond/answers/{answer}/publish/", {"spokesperson_post": speaking_post()})
    assert refused.status_code == 403
    assert Answer.objects.get().state == "draft"


@pytest.mark.parametrize("change", ["update", "correction", "withdrawal"])
def test_what_follows_begins_with_its_public_reason(office, emil, change) -> None:
    answer = published_answer(make_published(office)).id
    assert (
        emil.post(f"/respond/answers/{answer}/change/", {"change": change, "reason": ""}).status_code == 422
    )
    begun = emil.post(
        f"/respond/answers/{answer}/change/", {"change": change, "reason": "The hour was wrong."}
    )
    assert emil.get(begun.url).status_code == 200
    assert "The hour was wrong." in emil.get(f"/respond/answers/{answer}/").text


def test_a_dropped_draft_is_gone_from_the_list(office, emil) -> None:
    answer = make_draft(office)
    emil.post(f"/respond/answers/{answer}/drop/")
    assert Answer.objects.get().state == "dropped"


def test_the_other_language_begins_with_the_text_at_hand(office, emil) -> None:
    answer = make_draft(office)
    begun = emil.post(f"/respond/answers/{answer}/translate/", {"language": "zh"})
    assert emil.get(begun.url).status_code == 200
    assert Answer.objects.get(language="zh").translation_of_id == answer
