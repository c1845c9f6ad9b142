"""What follows here from news of the review room (see project.wiring)."""

from answerable.kernel.actor import MACHINE
from answerable.office.review.events import ReviewFinished, ReviewSentBack
from answerable.response.channels.actions.filing import note_agreed
from answerable.response.channels.actions.handing_in import note_passed, note_sent_back
from answerable.response.channels.queries.names import of_subject


def follow_review(event: ReviewFinished) -> None:
    """Note that a piece may go out, or that an application for a channel may be filed."""
    piece, channel = of_subject(event.subject, "piece"), of_subject(event.subject, "channel")
    if piece is not None:
        note_passed(piece, event.content_hash, by=MACHINE, at=event.at)
    if channel is not None:
        note_agreed(channel, event.content_hash, by=MACHINE, at=event.at)


def follow_sent_back(event: ReviewSentBack) -> None:
    """Note that a piece came back from its gate."""
    piece = of_subject(event.subject, "piece")
    if piece is not None:
        note_sent_back(piece, by=MACHINE, at=event.at)
