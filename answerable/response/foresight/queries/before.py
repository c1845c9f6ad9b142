"""What is so before a release."""

from answerable.office.review import queries as reviews
from answerable.response.foresight.models import Release, Voice
from answerable.response.foresight.queries.content import hash_now
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.consulting import is_decided
from answerable.response.foresight.rules.holding_back import Before


def before_of(row: Release) -> Before:
    """Look at everything that may hold a release back; the text is hashed anew, not taken from its row."""
    voices = Voice.objects.filter(consultation__release=row).values_list("verdict", "why")
    return Before(
        agreed=reviews.passage(subject_of(row.pk), hash_now(row)) is not None,
        consulting_until=tuple(row.consultations.values_list("ends_on", flat=True)),
        undecided=sum(not is_decided(verdict, why) for verdict, why in voices),
        gaps_until=tuple(row.gaps.filter(closed_at=None).values_list("until", flat=True)),
    )
