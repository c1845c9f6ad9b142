"""A stored version as plain values."""

from answerable.response.answers.models import Answer
from answerable.response.answers.queries.rows import (
    content_of,
    hash_of_version,
    spoken_of,
    subject_of,
    wording_of,
)
from answerable.response.answers.rules.wording import content_hash
from tests.answerable.response.answers.makers import make_content, make_draft


def test_what_was_written_is_what_is_read(office) -> None:
    answer = Answer.objects.get(pk=make_draft(office))
    version = answer.versions.get()
    assert content_of(answer, version) == make_content()
    assert spoken_of(version).spokesperson == "Emil"
    assert hash_of_version(answer, version) == content_hash(make_content(), spoken_of(version))
    assert "Mill Lane" in wording_of(answer, version)


def test_an_answer_is_reviewed_under_its_subject() -> None:
    assert subject_of(7) == "answer:7"
