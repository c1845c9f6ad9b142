"""What was found when addresses were looked at: in a text, and between a policy and its interpretation."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from answerable.kernel.actor import Actor
from answerable.kernel.trail.actions import record
from answerable.response.channels.models import Interpretation, LinkLook
from answerable.response.channels.queries.names import subject_of_piece


def note_links(piece: int, found: Mapping[str, str], *, by: Actor, at: datetime) -> None:
    """Note for each address why it is dead; "" says that it opens."""
    with transaction.atomic():
        for address, fault in found.items():
            LinkLook.objects.filter(piece=piece, address=address).update(
                alive=not fault, fault=fault[:200], looked_at=at
            )
        record(
            "channels.look_at_links",
            subject_of_piece(piece),
            by=by,
            at=at,
            dead=sorted(address for address, fault in found.items() if fault),
        )


def note_crossing(plan: int, *, policy_links: bool, material_links: bool, by: Actor, at: datetime) -> None:
    """Note whether the public pages of a policy and of its interpretation lead to each other."""
    with transaction.atomic():
        row = Interpretation.objects.get(pk=plan)
        Interpretation.objects.filter(pk=plan).update(
            policy_links=policy_links, material_links=material_links, links_seen_at=at
        )
        record(
            "channels.cross_links",
            subject_of_piece(row.policy_id),
            by=by,
            at=at,
            policy_links=policy_links,
            material_links=material_links,
        )
