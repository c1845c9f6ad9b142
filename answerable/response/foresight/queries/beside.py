"""Prepared answers in a case's room, among its drafts."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.response.cases import queries as cases
from answerable.response.cases.queries import CaseName
from answerable.response.cases.queries.beside import DraftRow
from answerable.response.cases.queries.names import case_name
from answerable.response.foresight.models import Lying, Use
from answerable.response.foresight.queries.names import link_to
from answerable.response.foresight.rules.content import HOLDING, QUESTION


@dataclass(frozen=True, slots=True)
class PreparedRow:
    """One prepared answer, and the answers that were begun from it for this case."""

    id: int
    question: str
    text: str
    basis: str
    begun: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside one case of one release."""

    case: CaseName
    release: int
    title: str
    link: str
    found_by: str
    level: str
    spokesperson: str
    answers: tuple[PreparedRow, ...]
    lines: tuple[PreparedRow, ...]


def prepared_drafts(actor: Actor, case: int) -> tuple[DraftRow, ...]:
    """Say in a case's room which prepared answers lie beside it. One query."""
    if not actor.may("foresight.read"):
        return ()
    rows = Lying.objects.filter(case=case).select_related("release").order_by("-pk")
    return tuple(
        DraftRow(
            title=lies.release.title,
            kind=_("answers prepared before the release"),
            waits_for="",
            address=reverse("foresight:prepared", args=[lies.release_id, case]),
            at=lies.at,
        )
        for lies in rows
    )


def prepared_for(actor: Actor, release: int, case: int) -> Beside:
    """Give what lies beside a case to somebody who may see the case."""
    row = cases.case_for(actor, case)
    lies = Lying.objects.filter(release=release, case=row.pk).select_related("release").first()
    if lies is None:
        raise NotFound(_("Nothing of this release lies beside the case."), _("Look at the case."))
    used: dict[int, list[int]] = {}
    for prepared, answer in Use.objects.filter(case=case).order_by("pk").values_list("prepared", "answer"):
        used.setdefault(prepared, []).append(answer)
    rows = {
        kind: tuple(
            PreparedRow(one.pk, one.question, one.text, one.basis, tuple(used.get(one.pk, ())))
            for one in lies.release.prepared.filter(kind=kind)
        )
        for kind in (QUESTION, HOLDING)
    }
    return Beside(
        case=case_name(row),
        release=lies.release_id,
        title=lies.release.title,
        link=link_to(lies.release_id),
        found_by=lies.found_by,
        level=lies.release.level,
        spokesperson=lies.release.spokesperson_title,
        answers=rows[QUESTION],
        lines=rows[HOLDING],
    )
