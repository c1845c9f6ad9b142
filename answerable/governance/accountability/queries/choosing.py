"""Whom one could name for a part in a file: people with posts, without those who are barred."""

from datetime import datetime

from answerable.governance.accountability.models import Seat
from answerable.governance.accountability.queries.door import file_for, need_keeping
from answerable.governance.accountability.rules.seats import Role, hindrance
from answerable.kernel.actor import Actor
from answerable.office.people import queries as people


def people_for(actor: Actor, file: int, role: Role, *, at: datetime) -> list[tuple[int, str]]:
    """List who could take a part, by name."""
    row = file_for(actor, file)
    need_keeping(actor, row)
    seats = [
        (seat.person_id, Role(seat.role), seat.aside_at is not None) for seat in Seat.objects.filter(file=row)
    ]
    names = {one.person: one.name for one in people.holdings_on(None, at=at)}
    free = [
        (name, person)
        for person, name in names.items()
        if hindrance(person, role, row.person_id, row.opened_by_id, seats) is None
    ]
    return [(person, name) for name, person in sorted(free)]
