"""What a page says, marked up for search engines."""

import json

import pytest

from answerable.response.answers import queries
from answerable.response.answers.rules.states import Kind
from answerable.response.answers_site.press.linked import block, linked
from tests.answerable.response.answers.makers import make_published
from tests.answerable.response.answers_site.makers import HOSTILE


def test_nothing_ends_the_block_before_its_end():
    text = block({"a": HOSTILE})
    assert not any(sign in text for sign in "<>&\u2028")
    assert json.loads(text) == {"a": HOSTILE}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "types"),
    [
        (Kind.ANSWER, ["NewsArticle", "QAPage"]),
        (Kind.CLARIFICATION, ["NewsArticle", "QAPage", "ClaimReview"]),
    ],
)
def test_an_answer_is_an_article_and_a_question_answered_and_a_claim_where_one_was_checked(
    office, kind, types
):
    found = queries.published_answer(make_published(office, kind=kind))
    graph = json.loads(linked(found))["@graph"]
    assert [one["@type"] for one in graph] == types
    assert graph[0]["author"]["name"] == "Emil"
    assert graph[1]["mainEntity"]["acceptedAnswer"]["text"].startswith("The main in Mill Lane")
    assert not any("reviewRating" in one for one in graph)
