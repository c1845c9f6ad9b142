"""What is so before a release."""

from answerable.office.review import queries as reviews
from answerable.office.review.queries import Reviewed
from answerable.response.foresight.models import Release
from answerable.response.foresight.queries.content import hash_now
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.consulting import is_decided
from answerable.response.foresight.rules.holding_back import Before


def before_of(row: Release, told: Reviewed | None = None) -> Before:
    """Look at everything that may hold a release back; the text is hashed anew, not taken from its row."""
    told = told or reviews.reviewed(subject_of(row.pk))
    consultations = row.consultations.all()
    voices = [voice for one in consultations for voice in one.voices.all()]
    return Before(
        agreed=told.passage(hash_now(row)) is not None,
        consulting_until=tuple(one.ends_on for one in consultations),
        undecided=sum(not is_decided(voice.verdict, voice.why) for voice in voices),
        gaps_until=tuple(one.until for one in row.gaps.all() if one.closed_at is None),
    )
