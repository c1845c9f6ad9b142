"""One fact for its form."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.response.cases.models import Fact
from answerable.response.cases.queries.door import case_for
from answerable.response.cases.queries.names import CaseName, FactRow, case_name, fact_rows
from answerable.response.cases.queries.parts import stories_of


@dataclass(frozen=True, slots=True)
class FactPage:
    """One fact with its case and the stories it can rest on."""

    fact: FactRow
    case: CaseName
    stories: list[tuple[int, str]]

    def first_values(self) -> dict[str, object]:
        """Give the fact as the form's first values."""
        fact = self.fact
        values: dict[str, object] = {
            "claim": fact.claim,
            "finding": fact.finding.value,
            "words": fact.words,
            "known_by": fact.known_by,
            "stories": [piece.story for piece in fact.evidence if piece.story],
        }
        others = [piece for piece in fact.evidence if not piece.story]
        for number, piece in enumerate(others, 1):
            values[f"piece_{number}"] = piece.words
            values[f"link_{number}"] = piece.link
        return values


def fact_page(actor: Actor, fact: int) -> FactPage:
    """Give one fact to somebody who may see its case."""
    row = Fact.objects.filter(pk=fact).prefetch_related("evidence", "earlier").first()
    if row is None:
        raise NotFound(_("There is no such fact."), _("Look at the case."))
    case = case_for(actor, row.case_id)
    return FactPage(fact_rows([row])[0], case_name(case), stories_of(case.pk))
