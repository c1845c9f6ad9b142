"""Taking over the gates that a plan in force defines."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.office.review.models import Gate as GateRow
from answerable.office.review.queries.gates import steps_as_records
from answerable.office.review.rules import Gate, faults_of

FAULT_WORDS = {
    "no_steps": gettext_noop("it has no steps"),
    "same_key": gettext_noop("two of its steps have the same key"),
    "author_may_review": gettext_noop("it would let authors review their own text"),
}


def adopt_gates(gates: Sequence[Gate], *, by: Actor, at: datetime) -> None:
    """Put these gates in the place of the former ones; reviews under way keep the steps they were opened with."""
    for gate in gates:
        faults = faults_of(gate)
        if faults:
            raise Anticipated(
                _("The gate “%(gate)s” cannot be adopted: %(fault)s.")
                % {"gate": gate.key, "fault": _(FAULT_WORDS[faults[0]])},
                _("Put it right in the plan."),
            )
    with transaction.atomic():
        GateRow.objects.exclude(key__in=[gate.key for gate in gates]).delete()
        for gate in gates:
            fields = {
                "names": dict(gate.names),
                "steps": steps_as_records(gate.steps),
                "proofs": gate.proofs,
                "distinct": gate.distinct,
                "adopted_at": at,
            }
            GateRow.objects.update_or_create(key=gate.key, defaults=fields)
        record("review.adopt_gates", "gates:in_force", by=by, at=at, gates=sorted(gate.key for gate in gates))
