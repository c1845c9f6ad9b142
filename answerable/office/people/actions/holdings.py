"""Who holds a post from when to when, and who is away."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.people.models import Absence, Holding, Person, Post
from answerable.office.people.rules import HoldingKind, Span

KEEP = "people.keep"


@dataclass(frozen=True, slots=True)
class HoldingDraft:
    """A holding as a person describes it."""

    post: int
    person: int
    kind: HoldingKind
    begins_on: date
    ends_on: date | None = None
    order: int = 1


def hold_post(draft: HoldingDraft, *, by: Actor, at: datetime) -> Holding:
    """Let a person hold a post. Two main holders on one day are refused."""
    with transaction.atomic():
        post = Post.objects.select_for_update().filter(pk=draft.post, state="active").first()
        if post is None or not Person.objects.filter(pk=draft.person, state="active").exists():
            raise NotFound(_("There is no such post or person."), _("Go back to the units."))
        by.need(KEEP, unit=post.unit_id)
        if draft.ends_on is not None and draft.ends_on < draft.begins_on:
            raise Anticipated(_("The holding ends before it begins."), _("Look at the two dates again."))
        if draft.kind is HoldingKind.MAIN:
            _refuse_second_main(draft)
        holding = Holding.objects.create(
            post=post,
            person_id=draft.person,
            kind=draft.kind,
            order=draft.order,
            begins_on=draft.begins_on,
            ends_on=draft.ends_on,
        )
        record("people.hold_post", f"post:{post.pk}", by=by, at=at, person=draft.person, kind=draft.kind)
    return holding


def _refuse_second_main(draft: HoldingDraft) -> None:
    wanted = Span(draft.begins_on, draft.ends_on)
    for other in Holding.objects.filter(post=draft.post, kind=HoldingKind.MAIN).select_related("person"):
        if wanted.overlaps(Span(other.begins_on, other.ends_on)):
            raise Anticipated(
                _("%(name)s is the main holder of this post in that time.") % {"name": other.person.name},
                _("End that holding first, or add a backup or acting holder."),
            )


def end_holding(holding: int, *, ends_on: date, by: Actor, at: datetime) -> None:
    """End a holding with a day."""
    with transaction.atomic():
        row = Holding.objects.select_related("post").filter(pk=holding).first()
        if row is None:
            raise NotFound(_("There is no such holding."), _("Go back to the post."))
        by.need(KEEP, unit=row.post.unit_id)
        if ends_on < row.begins_on:
            raise Anticipated(_("The holding ends before it begins."), _("Look at the date again."))
        Holding.objects.filter(pk=holding).update(ends_on=ends_on)
        record(
            "people.end_holding", f"post:{row.post_id}", by=by, at=at, person=row.person_id, ends_on=ends_on
        )


def add_absence(person: int, span: Span, *, by: Actor, at: datetime) -> Absence:
    """Note days on which a person does not act in their posts: their own days, or anybody's by who keeps people."""
    if by.person != person:
        by.need(KEEP)
    if span.ends_on is None or span.ends_on < span.begins_on:
        raise Anticipated(_("An absence has a first and a last day."), _("Look at the two dates again."))
    with transaction.atomic():
        absence = Absence.objects.create(person_id=person, begins_on=span.begins_on, ends_on=span.ends_on)
        record(
            "people.add_absence",
            f"person:{person}",
            by=by,
            at=at,
            begins_on=span.begins_on,
            ends_on=span.ends_on,
        )
    return absence


def drop_absence(absence: int, *, by: Actor, at: datetime) -> None:
    """Take an absence back."""
    with transaction.atomic():
        row = Absence.objects.filter(pk=absence).first()
        if row is None:
            raise NotFound(_("There is no such absence."), _("Go back to the person."))
        if by.person != row.person_id:
            by.need(KEEP)
        record("people.drop_absence", f"person:{row.person_id}", by=by, at=at, begins_on=row.begins_on)
        row.delete()
