"""Tables of the room."""

from answerable.governance.inspections.models.drawing import Draw, Recusal, Seed
from answerable.governance.inspections.models.finding import Correction, Finding, Recheck
from answerable.governance.inspections.models.rounds import Assessment, Programme, Round
from answerable.governance.inspections.models.visits import Inspector, Observation, Receipt, Visit

__all__ = [
    "Assessment",
    "Correction",
    "Draw",
    "Finding",
    "Inspector",
    "Observation",
    "Programme",
    "Receipt",
    "Recheck",
    "Recusal",
    "Round",
    "Seed",
    "Visit",
]
