"""Tables of the room."""

from answerable.response.foresight.models.assessment import (
    Audience,
    Gap,
    Opinion,
    PreparedAnswer,
    RiskPoint,
    SimilarStory,
)
from answerable.response.foresight.models.consultation import Consultation, Voice
from answerable.response.foresight.models.release import Part, Postponement, Release, Reopening
from answerable.response.foresight.models.watch import Asked, Lying, Match, Use, Watch

__all__ = [
    "Asked",
    "Audience",
    "Consultation",
    "Gap",
    "Lying",
    "Match",
    "Opinion",
    "Part",
    "Postponement",
    "PreparedAnswer",
    "Release",
    "Reopening",
    "RiskPoint",
    "SimilarStory",
    "Use",
    "Voice",
    "Watch",
]
