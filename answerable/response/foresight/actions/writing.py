"""Writing an assessment: audiences, risk points, gaps, prepared answers, similar stories."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.kernel.trail.actions import record
from answerable.listening.stories import queries as stories
from answerable.office.people import queries as people
from answerable.response.foresight.actions.sealing import rewriting
from answerable.response.foresight.actions.words import kept
from answerable.response.foresight.models import (
    Asked,
    Audience,
    Gap,
    PreparedAnswer,
    Release,
    RiskPoint,
    SimilarStory,
)
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.content import HOLDING, QUESTION
from answerable.response.foresight.rules.levels import MARKS
from answerable.response.foresight.rules.states import Heard, State


@dataclass(frozen=True, slots=True)
class AudienceDraft:
    """Whom it concerns, and what changes for them."""

    name: str
    change: str


@dataclass(frozen=True, slots=True)
class RiskDraft:
    """A risk point with its marks and its measure."""

    text: str
    likelihood: int
    effect: int
    measure: str


@dataclass(frozen=True, slots=True)
class GapDraft:
    """What is not known yet, which post finds it out, until when."""

    text: str
    post: int
    until: date


@dataclass(frozen=True, slots=True)
class PreparedDraft:
    """A likely question with its answer, or a holding line; `learnt_from` was asked after an earlier release."""

    question: str
    text: str
    basis: str = ""
    kind: str = QUESTION
    learnt_from: int | None = None


@dataclass(frozen=True, slots=True)
class SimilarDraft:
    """A past story, and why it is like this one."""

    story: int
    why: str


Draft = AudienceDraft | RiskDraft | GapDraft | PreparedDraft | SimilarDraft


@dataclass(frozen=True, slots=True)
class Section:
    """One section of an assessment: its table, its key, and what must not be empty in it."""

    model: type[models.Model]
    name: str
    needs: tuple[str, ...]


SECTIONS: dict[type, Section] = {
    AudienceDraft: Section(Audience, "audience", ("name", "change")),
    RiskDraft: Section(RiskPoint, "risk", ("text",)),
    GapDraft: Section(Gap, "gap", ("text",)),
    PreparedDraft: Section(PreparedAnswer, "prepared", ("question",)),
    SimilarDraft: Section(SimilarStory, "similar", ("why",)),
}


def write(
    release: int, draft: Draft, row: int | None = None, *, personal: str = "", by: Actor, at: datetime
) -> int:
    """Add one line to a section of an assessment, or put another in the place of `row`; gives its number."""
    section = SECTIONS[type(draft)]
    said = kept(draft, personal)
    if any(not getattr(said, name) for name in section.needs):
        raise Anticipated(_("Something is missing here."), _("Fill in every field that is not optional."))
    with rewriting(release, section.name, by=by, at=at) as held:
        fields = _fields(said, held)
        if row is None:
            number = section.model._default_manager.create(release=held, **fields).pk
        else:
            number = _line(section, held, row).pk
            section.model._default_manager.filter(pk=number).update(**fields)
        act = {"section": section.model._meta.model_name, "row": number, **asdict(said)}
        record("foresight.write", subject_of(held.pk), by=by, at=at, **act)
    return int(number)


def strike(release: int, kind: type, row: int, *, by: Actor, at: datetime) -> None:
    """Take one line out of an assessment; it stays in the trail."""
    section = SECTIONS[kind]
    with rewriting(release, section.name, by=by, at=at) as held:
        line = _line(section, held, row)
        act = {"section": section.model._meta.model_name, "row": line.pk, "was": str(line)}
        line.delete()
        record("foresight.strike", subject_of(held.pk), by=by, at=at, **act)


def _line(section: Section, release: Release, row: int) -> models.Model:
    found = section.model._default_manager.filter(release=release, pk=row).first()
    if found is None:
        raise Moved(_("This line is not there any more."), _("Load the page again."))
    return found


def _fields(draft: Draft, release: Release) -> dict[str, Any]:
    """Give the columns of a line, after what only this kind of line has to keep."""
    fields = asdict(draft)
    if isinstance(draft, RiskDraft) and not {draft.likelihood, draft.effect} <= set(MARKS):
        raise Anticipated(_("Likelihood and effect are marked from 1 to 3."))
    if isinstance(draft, GapDraft):
        fields |= _post(fields.pop("post"))
    if isinstance(draft, PreparedDraft):
        fields["learnt_from_id"] = _learnt(fields.pop("learnt_from"))
        if draft.kind not in (QUESTION, HOLDING):
            raise Anticipated(_("It is a likely question or a holding line."))
    if isinstance(draft, SimilarDraft):
        fields |= _story(fields.pop("story"), release)
    return fields


def _post(post: int) -> dict[str, Any]:
    found = next(iter(people.posts_of([post])), None)
    if found is None:
        raise NotFound(_("There is no such post."), _("Choose who closes the gap."))
    return {"post_id": post, "post_title": f"{found.unit_name} · {found.title}"[:200]}


def _learnt(asked: int | None) -> int | None:
    known = Asked.objects.filter(pk=asked or 0, verdict=Heard.UNFORESEEN, release__state=State.FINISHED)
    return known.values_list("pk", flat=True).first()


def _story(story: int, release: Release) -> dict[str, Any]:
    found = stories.stories([story]).get(story)
    if found is None:
        raise NotFound(_("There is no such story."), _("Search for it by its words."))
    if release.similar.filter(story=story).exists():
        raise Moved(_("This story is linked already."), _("Look at the similar stories."))
    return {"story_id": story, "title": found.title}
