"""What a page says, marked up for search engines (schema.org as JSON-LD).

A block of this kind is data: no browser runs it and the content policy needs no exception. It is the only `script`
element there is, and signs that could end it are written as escapes.
"""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from answerable.response.answers.queries import PublishedAnswer
from answerable.response.answers.rules.markup import plain
from answerable.response.answers.rules.states import Kind, State
from answerable.response.answers_site.press.frame import body_name, in_short
from answerable.response.answers_site.press.sheet import TAGS, here, whole
from answerable.response.answers_site.press.telling import words_of

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def block(value: Any) -> SafeString:
    """Write a value so that nothing in it can end the element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return mark_safe(text)  # noqa: S308 - every sign that HTML knows is escaped above


def linked(answer: PublishedAnswer) -> SafeString:
    """Mark up an answer: its article, the question with the body's answer, and the claim that was checked."""
    graph = [_article(answer)]
    if answer.question and answer.state is not State.WITHDRAWN:
        graph.append(_question(answer))
        if answer.kind is Kind.CLARIFICATION:
            graph.append(_claim(answer))
    return block({"@context": "https://schema.org", "@graph": graph})


def _organisation() -> dict[str, str]:
    return {"@type": "GovernmentOrganization", "name": body_name()}


def _address(answer: PublishedAnswer) -> str:
    return whole(here("answer", slug=answer.slug))


def _speaker(answer: PublishedAnswer) -> dict[str, Any]:
    speaker = {"@type": "Person", "name": answer.spokesperson, "jobTitle": answer.post}
    return {**speaker, "worksFor": _organisation()}


def _article(answer: PublishedAnswer) -> dict[str, Any]:
    article: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": _address(answer) + "#article",
        "url": _address(answer),
        "headline": answer.title,
        "inLanguage": TAGS[answer.language],
        "datePublished": answer.published_at.isoformat(),
        "dateModified": answer.updated_at.isoformat(),
        "author": _speaker(answer),
        "publisher": _organisation(),
    }
    if in_short(answer):
        article["description"] = in_short(answer)
    if answer.topics:
        article["about"] = list(answer.topics)
    notes = [version.note for version in answer.versions if version.change in ("correction", "withdrawal")]
    if notes:  # https://schema.org/correction
        article["correction"] = notes
    return article


def _question(answer: PublishedAnswer) -> dict[str, Any]:
    text = words_of("", answer.body_html).strip()
    return {
        "@type": "QAPage",
        "@id": _address(answer) + "#question",
        "mainEntity": {
            "@type": "Question",
            "name": answer.question,
            "text": answer.question,
            "answerCount": 1,
            "acceptedAnswer": {
                "@type": "Answer",
                "text": text or plain(answer.summary),
                "url": _address(answer),
                "datePublished": answer.published_at.isoformat(),
                "author": _speaker(answer),
            },
        },
    }


def _claim(answer: PublishedAnswer) -> dict[str, Any]:
    """Mark up what was checked. No rating: we give facts with their basis, not marks to what others say."""
    return {
        "@type": "ClaimReview",
        "@id": _address(answer) + "#claim",
        "url": _address(answer),
        "claimReviewed": answer.question,
        "datePublished": answer.published_at.isoformat(),
        "author": _organisation(),
    }
