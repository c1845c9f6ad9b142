"""Makers of units, posts, people, holdings and accounts, and the cast that tests share."""

from datetime import UTC, date, datetime
from itertools import count

from answerable.office.people import queries
from answerable.office.people.models import Absence, Account, Holding, Person, Post, Unit
from answerable.office.people.rules import HoldingKind, PostKind

_numbers = count(1)
NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


def make_unit(parent=None, **changes):
    """A unit below `parent`, or a new root."""
    number = next(_numbers)
    unit = Unit(**{"code": f"U{number}", "name": f"Unit {number}", **changes})
    if parent is None:
        return Unit.objects.add_root(instance=unit)
    return Unit.objects.add_child(Unit.objects.get(pk=parent.pk), instance=unit)


def make_person(**changes):
    """A person."""
    return Person.objects.create(**{"name": f"Person {next(_numbers)}", **changes})


def make_post(unit=None, kind=PostKind.OFFICE, **changes):
    """A post in a unit."""
    fields = {"code": f"P{next(_numbers)}", "title": "Duty officer", "kind": kind, **changes}
    return Post.objects.create(unit=unit or make_unit(), **fields)


def make_holding(post=None, person=None, kind=HoldingKind.MAIN, **changes):
    """A holding that began with the year."""
    fields = {"begins_on": date(2026, 1, 1), "kind": kind, **changes}
    return Holding.objects.create(post=post or make_post(), person=person or make_person(), **fields)


def make_absence(person, begins_on, ends_on):
    """Days away."""
    return Absence.objects.create(person=person, begins_on=begins_on, ends_on=ends_on)


def make_account(username="ada", person=None, **changes):
    """A sign-in with the password "correct horse battery"."""
    account = Account(username=username, person=person, **changes)
    account.set_password("correct horse battery")
    account.save()
    return account


def make_member(name="Ada", kind=PostKind.OFFICE, unit=None, **changes):
    """Somebody of the cast with a post and a sign-in; gives the account."""
    person = make_person(name=name)
    make_holding(make_post(unit, kind), person)
    return make_account(name.lower(), person, **changes)


def actor_of(account, at=NOON):
    """The actor that an account is."""
    return queries.actor_for(account, at=at)
