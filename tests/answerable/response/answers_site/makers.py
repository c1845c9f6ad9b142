"""Answers as the public site shows them, and many at once."""

from datetime import timedelta

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

from answerable.response.answers.models import TEXTS, Answer, AnswerTopic, Version
from tests.answerable.office.people.makers import NOON

HOSTILE = "</script><script>alert(1)</script> \"'&<img src=x onerror=alert(1)> ]]> {{ 7*7 }} \u2028\u202e水"


def multiply(answer: int, count: int) -> None:
    """Put more published answers beside one, as copies with days of their own."""
    model = Answer.objects.get(pk=answer)
    text = model.versions.get(state="published")
    first = Answer.objects.order_by("-pk").first().pk + 1
    answers, texts, topics = [], [], []
    for number in range(first, first + count):
        at = model.published_at - timedelta(hours=7 * (number - first + 1))
        fields = {
            "kind": model.kind,
            "language": model.language,
            "unit_id": model.unit_id,
            "state": "published",
        }
        fields |= {
            "created_by_id": model.created_by_id,
            "created_at": at,
            "published_at": at,
            "updated_at": at,
        }
        answers.append(Answer(pk=number, slug=f"2026-01-01-copy-{number}", last_number=1, **fields))
        copy = {
            field.attname: getattr(text, field.attname)
            for field in Version._meta.concrete_fields
            if field.attname not in ("id", "answer_id", "published_at", "title")
        }
        texts.append(Version(answer_id=number, published_at=at, title=f"Answer number {number}", **copy))
        topics.append(AnswerTopic(answer_id=number, name=text.topics[0]))
    Answer.objects.bulk_create(answers, batch_size=500)
    _count_on(Answer)
    Version.objects.bulk_create(texts, batch_size=500)
    AnswerTopic.objects.bulk_create(topics, batch_size=500)
    TEXTS.put((row.pk, f"{row.slug} water") for row in answers)


NOW = NOON + timedelta(days=2)


def _count_on(model: type[Model]) -> None:
    """Let the database number on behind rows whose numbers were given: PostgreSQL counts apart from its tables."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(statement)
