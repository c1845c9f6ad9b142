"""Visits come out of a draw, a pairing, or the list of everybody."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from answerable.governance.inspections import telling
from answerable.governance.inspections.actions.notes import tell
from answerable.governance.inspections.models import Draw, Finding, Inspector, Observation, Round, Visit
from answerable.governance.inspections.queries.populations import POPULATIONS, Target
from answerable.governance.inspections.rules.bundle import lot_of
from answerable.governance.inspections.rules.states import Trip
from answerable.kernel.errors import Anticipated
from answerable.office.people import queries as people


def send_out(lot: Draw, *, at: datetime) -> None:
    """Make the visits that a draw gives, or put their teams right after somebody stepped aside; tell who goes."""
    row = Round.objects.get(pk=lot.round_id)
    if lot.kind == "pairing":
        _pair_up(row, lot, at=at)
        return
    known = {target.id: target for target in POPULATIONS[row.population].members(row.begins_on, row.ends_on)}
    names = {m["id"]: (m["name"], m["unit"]) for one in lot.announced["lists"] for m in one["members"]}
    fell = lot_of(lot.result)
    for target in fell.targets():
        link = known[target].link if target in known else ""
        visit, _new = Visit.objects.get_or_create(
            round=row,
            target=target,
            visitor=None,
            defaults={"name": names[target][0], "link": link, "unit_id": _unit_id(names[target][1])},
        )
        if visit.state in (Trip.PLANNED, Trip.BEGUN):
            set_team(visit, [int(one.removeprefix("person:")) for one in fell.teams.get(target, ())], at=at)


def _pair_up(row: Round, lot: Draw, *, at: datetime) -> None:
    units = {m["id"]: (m["name"], m["unit"]) for one in lot.announced["lists"] for m in one["members"]}
    for pairs in lot.result["pairs"]:
        for visitor, target in pairs.items():
            Visit.objects.get_or_create(
                round=row,
                target=target,
                visitor_id=_unit_id(units[visitor][1]),
                defaults={"name": units[target][0], "unit_id": _unit_id(units[target][1])},
            )
    for visit in Visit.objects.filter(round=row):
        tell_visitors(visit, at=at)


def _unit_id(word: str) -> int | None:
    return int(word.removeprefix("u")) if word != "-" else None


def set_team(visit: Visit, persons: list[int], *, at: datetime) -> None:
    """Give a visit its inspectors, in their order, and tell those who are new to it."""
    before = set(Inspector.objects.filter(visit=visit).values_list("person", flat=True))
    Inspector.objects.filter(visit=visit).exclude(person__in=persons).delete()
    names = people.people_names(persons)
    for order, person in enumerate(persons, 1):
        Inspector.objects.update_or_create(
            visit=visit, person_id=person, defaults={"name": names[person], "order": order}
        )
    new = [person for person in persons if person not in before]
    tell(
        telling.sent(visit),
        new,
        key=f"visit:{visit.pk}:sent",
        link=f"/govern/inspections/visits/{visit.pk}/",
        at=at,
    )


def tell_visitors(visit: Visit, *, at: datetime) -> None:
    """Tell the contacts of a unit that it looks at another, or at itself."""
    if visit.visitor_id is None:
        return
    contacts = unit_contacts(visit.visitor_id, at=at)
    key = f"visit:{visit.pk}:sent"
    tell(telling.sent(visit), contacts, key=key, link=f"/govern/inspections/visits/{visit.pk}/", at=at)


def unit_contacts(unit: int, *, at: datetime) -> list[int]:
    """Give the people who speak for a unit in inspections: its contacts and keepers, never the whole house."""
    posts = [post.id for post in people.posts_of_kinds(["liaison", "keeper"]) if post.unit == unit]
    return sorted({one.person for one in people.holders(posts, at=at).values() if one is not None})


def drop_visits(row: Round) -> None:
    """Take back the visits of a draw that was cancelled; refused once somebody has written something down."""
    rows: QuerySet[Visit] = Visit.objects.filter(round=row)
    seen = Observation.objects.filter(visit__round=row).exists() or Finding.objects.filter(round=row).exists()
    if seen or rows.filter(state=Trip.DONE).exists():
        raise Anticipated(
            _("Visits of this draw have begun: what was seen stays."),
            _("Cancel the round instead, with the same reason."),
        )
    rows.delete()


def everybody(row: Round) -> tuple[Target, ...]:
    """Give every target of a round that chooses none."""
    return POPULATIONS[row.population].members(row.begins_on, row.ends_on)
