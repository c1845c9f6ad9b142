"""What the actions of the room share: finding the row to change, and naming it in the trail."""

from django.utils.translation import gettext as _

from answerable.governance.questionnaires.models import Questionnaire
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound

KEEP = "questionnaires.keep"


def locked(questionnaire: int, *, by: Actor) -> Questionnaire:
    """Lock a questionnaire for whoever keeps those of its unit."""
    by.need(KEEP)
    row = Questionnaire.objects.select_for_update().filter(pk=questionnaire).first()
    if row is None or not by.reaches(row.unit_id):
        raise NotFound(_("There is no such questionnaire."), _("Go back to the list."))
    return row


def subject_of(questionnaire: int) -> str:
    """Name a questionnaire for the trail."""
    return f"questionnaire:{questionnaire}"
