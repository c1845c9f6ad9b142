"""The results as a page that stands alone: no script, no style from elsewhere, the same bytes each time."""

from django.template.loader import render_to_string

from answerable.governance.questionnaires.queries.asking import body_name
from answerable.governance.questionnaires.queries.outcome import results
from answerable.governance.questionnaires.queries.pages import QuestionnairePage


def record_of(page: QuestionnairePage) -> str:
    """Write the record; raises NotYetClosed before the end. Remarks are not in it: they are read, not filed."""
    context = {"page": page, "results": results(page.row.pk), "body": body_name()}
    return render_to_string("questionnaires/record.html", context)
