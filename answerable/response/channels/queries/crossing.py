"""Policies and interpretations that are both out: do their pages lead to each other?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from answerable.response.channels.models import Interpretation, Publication
from answerable.response.channels.rules.states import OUT, OutState

#: Pages change after they were seen to be right; once a month is what inspectors sample.
AGAIN = timedelta(days=30)
SOON = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two public pages that should lead to each other, with every address that either has."""

    plan: int
    policy: str
    material: str
    policy_addresses: tuple[str, ...]
    material_addresses: tuple[str, ...]


def crossings_due(*, at: datetime) -> tuple[Crossing, ...]:
    """List the pairs that are out and were not looked at lately; a pair that failed is looked at daily."""
    rows = Interpretation.objects.filter(policy__state__in=OUT, material__state__in=OUT)
    right = Q(policy_links=True, material_links=True)
    due = rows.filter(
        Q(links_seen_at=None)
        | Q(right, links_seen_at__lte=at - AGAIN)
        | Q(~right, links_seen_at__lte=at - SOON)
    )
    plans = list(due.order_by("pk"))
    addresses = _addresses(
        number for plan in plans for number in (plan.policy_id, plan.material_id) if number
    )
    found = []
    for plan in plans:
        policy = addresses.get(plan.policy_id, ())
        material = addresses.get(plan.material_id or 0, ())
        if policy and material:
            found.append(Crossing(plan.pk, policy[0], material[0], policy, material))
    return tuple(found)


def _addresses(pieces: Iterable[int]) -> dict[int, tuple[str, ...]]:
    rows = Publication.objects.filter(piece__in=list(pieces), state=OutState.OUT).exclude(address="")
    by_piece: dict[int, list[str]] = {}
    for piece, address in rows.order_by("pk").values_list("piece", "address"):
        by_piece.setdefault(piece, []).append(address)
    return {piece: tuple(found) for piece, found in by_piece.items()}
