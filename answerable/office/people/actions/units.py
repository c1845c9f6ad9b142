"""Units, posts and people: added, changed, closed, merged."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.people import queries
from answerable.office.people.models import Account, Holding, Person, Post, Unit
from answerable.office.people.rules import PostKind

KEEP = "people.keep"


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """A unit as a person describes it."""

    code: str
    name: str
    short_name: str = ""
    document_code: str = ""


@dataclass(frozen=True, slots=True)
class PostDraft:
    """A post as a person describes it."""

    code: str
    title: str
    kind: PostKind
    unit: int


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as far as reaching them needs."""

    name: str
    email: str = ""
    staff_number: str = ""


def add_unit(draft: UnitDraft, *, parent: int | None, by: Actor, at: datetime) -> Unit:
    """Add a unit below another, or the body itself."""
    by.need(KEEP)
    with transaction.atomic():
        _refuse_taken(Unit.objects.filter(code=draft.code), draft.code)
        unit = Unit(**asdict(draft))
        if parent is not None:
            Unit.objects.add_child(_unit(parent), instance=unit)
        else:
            Unit.objects.add_root(instance=unit)
        record("people.add_unit", f"unit:{unit.pk}", by=by, at=at, parent=parent, **asdict(draft))
    return unit


def change_unit(unit: int, draft: UnitDraft, *, by: Actor, at: datetime) -> None:
    """Change a unit's names and codes."""
    by.need(KEEP, unit=unit)
    with transaction.atomic():
        _refuse_taken(Unit.objects.filter(code=draft.code).exclude(pk=unit), draft.code)
        Unit.objects.filter(pk=_unit(unit).pk).update(**asdict(draft))
        record("people.change_unit", f"unit:{unit}", by=by, at=at, **asdict(draft))


def close_unit(unit: int, *, by: Actor, at: datetime) -> None:
    """Close a unit that has no posts and no units below any more."""
    by.need(KEEP, unit=unit)
    with transaction.atomic():
        row = _unit(unit)
        if (
            Unit.objects.get_children(row).filter(state="active").exists()
            or row.posts.filter(state="active").exists()
        ):
            raise Anticipated(
                _("The unit still has posts or units below it."), _("Close or move these first.")
            )
        Unit.objects.filter(pk=unit).update(state="closed")
        record("people.close_unit", f"unit:{unit}", by=by, at=at)


def merge_unit(unit: int, *, into: int, by: Actor, at: datetime) -> None:
    """Move a unit's posts to another unit and close it."""
    by.need(KEEP, unit=unit)
    by.need(KEEP, unit=into)
    with transaction.atomic():
        row, target = _unit(unit), _unit(into)
        if row.pk == target.pk or Unit.objects.get_children(row).filter(state="active").exists():
            raise Anticipated(_("A unit with units below it cannot be merged."), _("Merge those first."))
        moved = Post.objects.filter(unit=row).update(unit=target)
        Unit.objects.filter(pk=unit).update(state="merged", merged_into=target)
        record("people.merge_unit", f"unit:{unit}", by=by, at=at, into=into, posts=moved)


def add_post(draft: PostDraft, *, by: Actor, at: datetime) -> Post:
    """Add a post to a unit."""
    by.need(KEEP, unit=draft.unit)
    with transaction.atomic():
        _refuse_taken(Post.objects.filter(code=draft.code), draft.code)
        post = Post.objects.create(
            unit=_unit(draft.unit), code=draft.code, title=draft.title, kind=draft.kind
        )
        record("people.add_post", f"post:{post.pk}", by=by, at=at, **asdict(draft))
    return post


def change_post(post: int, draft: PostDraft, *, by: Actor, at: datetime) -> None:
    """Change a post's code, title, kind or unit."""
    by.need(KEEP, unit=draft.unit)
    with transaction.atomic():
        _refuse_taken(Post.objects.filter(code=draft.code).exclude(pk=post), draft.code)
        if not Post.objects.filter(pk=post).update(
            unit=_unit(draft.unit), code=draft.code, title=draft.title, kind=draft.kind
        ):
            raise _not_there()
        record("people.change_post", f"post:{post}", by=by, at=at, **asdict(draft))


def close_post(post: int, *, by: Actor, at: datetime) -> None:
    """Abolish a post; its holdings end the day before."""
    with transaction.atomic():
        row = Post.objects.filter(pk=post, state="active").first()
        if row is None:
            raise _not_there()
        by.need(KEEP, unit=row.unit_id)
        if Holding.objects.filter(post=row, ends_on=None).exists():
            raise Anticipated(_("Somebody still holds this post."), _("End the holdings first."))
        Post.objects.filter(pk=post).update(state="abolished")
        record("people.close_post", f"post:{post}", by=by, at=at)


def add_person(draft: PersonDraft, *, by: Actor, at: datetime) -> Person:
    """Add a person who can hold posts."""
    by.need(KEEP)
    with transaction.atomic():
        _refuse_same_number(draft.staff_number, Person.objects.all())
        person = Person.objects.create(**asdict(draft))
        record("people.add_person", f"person:{person.pk}", by=by, at=at, name=draft.name)
    return person


def change_person(person: int, draft: PersonDraft, *, by: Actor, at: datetime) -> None:
    """Change a person's name or e-mail."""
    by.need(KEEP)
    with transaction.atomic():
        _refuse_same_number(draft.staff_number, Person.objects.exclude(pk=person))
        if not Person.objects.filter(pk=person).update(**asdict(draft)):
            raise _not_there()
        # Somebody who may reset a password by mail does so at the address that the office knows.
        Account.objects.filter(person=person).update(email=draft.email)
        record("people.change_person", f"person:{person}", by=by, at=at, name=draft.name)


def retire_person(person: int, *, by: Actor, at: datetime) -> None:
    """Note that somebody has left: no post may be theirs any more, and their account is closed."""
    by.need(KEEP)
    today = queries.day_of(at)
    with transaction.atomic():
        held = Holding.objects.filter(person=person).filter(Q(ends_on=None) | Q(ends_on__gte=today))
        if held.exists():
            raise Anticipated(_("This person still holds a post."), _("End the holdings first."))
        if not Person.objects.filter(pk=person, state="active").update(state="left"):
            raise _not_there()
        Account.objects.filter(person=person).update(is_active=False, session_mark=at.isoformat())
        record("people.retire_person", f"person:{person}", by=by, at=at)


def move_unit(unit: int, *, below: int, by: Actor, at: datetime) -> None:
    """Put a unit with all below it elsewhere in the tree."""
    by.need(KEEP, unit=unit)
    by.need(KEEP, unit=below)
    with transaction.atomic():
        row, target = _unit(unit), _unit(below)
        if target.path.startswith(row.path):
            raise Anticipated(_("A unit cannot stand below itself."), _("Choose a unit outside of this one."))
        Unit.objects.move(row, target, pos="last-child")
        record("people.move_unit", f"unit:{unit}", by=by, at=at, below=below)


def _unit(unit: int | None) -> Unit:
    found: Unit | None = Unit.objects.filter(pk=unit, state="active").first()
    if found is None:
        raise _not_there()
    return found


def _refuse_taken(rows: Any, code: str) -> None:
    if rows.exists():
        raise Anticipated(
            _("The code “%(code)s” is taken.") % {"code": code}, _("Codes are unique: choose another one.")
        )


def _refuse_same_number(number: str, others: Any) -> None:
    if number and others.filter(staff_number=number).exists():
        raise Anticipated(
            _("Somebody else has the staff number “%(number)s”.") % {"number": number},
            _("Look whether this person is there already."),
        )


def _not_there() -> NotFound:
    return NotFound(_("There is no such unit, post or person."), _("Go back to the units."))
