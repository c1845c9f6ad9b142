"""A paper that went out becomes evidence of the run of the duty that it carries out."""

from datetime import datetime
from io import BytesIO

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.duties.actions import filing
from answerable.governance.duties.queries.mine import own_runs
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.office.people.queries import day_of
from answerable.reports.models import Paper
from answerable.reports.queries.door import paper_to_write, subject_of

#: What plans call a paper as evidence; a plan that asks for something else gets the first.
WANTED = ("report_docx", "circular", "analysis", "statement", "minutes", "scoresheet")


def prove(paper: int, *, by: Actor, at: datetime) -> int:
    """Add the file that went out to the run that this paper carries out; gives the evidence. Its hash is the file's."""
    row = paper_to_write(by, paper)
    if row.sent_at is None:
        raise Anticipated(_("This paper has not gone out yet."), _("Let it be signed and sent first."))
    if row.evidence is not None:
        return row.evidence
    run = own_runs(by).filter(pk=row.run).first() if row.run else None
    if run is None:
        raise Anticipated(
            _("This paper carries out no duty of yours."), _("Whoever owes the duty hands it in.")
        )
    file = row.files.get(form="pdf")
    with default_storage.open(file.stored, "rb") as kept:
        content = kept.read()
    proven = filing.Proven(
        kind=WANTED[0],
        title=row.title,
        effective_on=day_of(row.sent_at),
        file=BytesIO(content),
        name=file.name,
    )
    with transaction.atomic():
        evidence = filing.add_evidence(run.pk, proven, by=by, at=at)
        Paper.objects.filter(pk=row.pk).update(evidence=evidence)
        record("reports.prove", subject_of(row.pk), by=by, at=at, run=run.pk, evidence=evidence)
    return evidence
