"""The result of a round becomes evidence of the run of the duty that it carries out."""

from datetime import datetime
from io import BytesIO

from django.utils.translation import gettext as _

from answerable.governance.duties.actions import filing
from answerable.governance.duties.queries.mine import own_runs
from answerable.governance.inspections import workbook
from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.queries.door import round_for
from answerable.governance.inspections.queries.pages import sheet_of
from answerable.governance.inspections.rules.states import Stage
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.office.people.queries import day_of


def hand_in(round_id: int, occurrence: int, *, by: Actor, at: datetime) -> int:
    """Add the score sheet of a reported round to a run of its duty; gives the evidence. Its hash is the file's."""
    row = round_for(by, round_id)
    if Stage(row.state) not in (Stage.REPORTED, Stage.CLOSED) or row.reported_at is None:
        raise Anticipated(_("The round is not reported yet."), _("Report it first; then its result stands."))
    run = own_runs(by).filter(pk=occurrence, duty=row.duty).first()
    if run is None:
        raise Anticipated(
            _("This round does not carry out that duty of yours."), _("Choose a run of the duty it names.")
        )
    file = BytesIO(workbook.of_round(sheet_of(row)))
    proven = filing.Proven(
        kind=METHODS[row.method].about.evidence,
        title=row.title,
        effective_on=day_of(row.reported_at),
        file=file,
        name=f"round-{row.pk}.xlsx",
    )
    return filing.add_evidence(occurrence, proven, by=by, at=at)
