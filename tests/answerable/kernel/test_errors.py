"""An anticipated error carries its sentence, its next step and its time of retry."""

from datetime import UTC, datetime

from answerable.kernel.errors import Anticipated, NotFound


def test_an_anticipated_error_reads_as_sentence_and_next_step():
    error = Anticipated(
        "The feed is too large.", "Ask for a shorter one.", retry_at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert str(error) == "The feed is too large. Ask for a shorter one."
    assert error.retry_at == datetime(2026, 1, 1, tzinfo=UTC)
    assert error.status == 422


def test_what_may_not_be_seen_looks_like_what_is_not_there():
    assert NotFound("There is no such story.").status == 404
