"""The door of the room: who sees a visit or a finding, and who may do what there."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from answerable.governance.inspections.models import Draw, Finding, Round, Visit
from answerable.governance.inspections.rules.fairness import Parties, may_decide, may_recheck
from answerable.governance.inspections.rules.states import Lots, Stage, Trip
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.kernel.together import read_together
from answerable.office.people import queries as people

READ, KEEP, INSPECT, REPLY = (
    "inspections.read",
    "inspections.keep",
    "inspections.inspect",
    "inspections.reply",
)


def homes(actor: Actor) -> frozenset[int]:
    """Give the units in which an actor holds posts."""
    return frozenset(post.unit for post in people.posts_of(actor.posts))


def round_for(actor: Actor, round_id: int) -> Round:
    """Give a round: that something is inspected, and how it was drawn, is for everybody of the house to see."""
    actor.need(READ)
    row = Round.objects.select_related("programme").filter(pk=round_id).first()
    if row is None:
        raise NotFound(_("There is no such round."), _("Go back to the inspections."))
    return row


def visits_seen_by(actor: Actor) -> "QuerySet[Visit]":
    """Give the visits an actor may read: keepers all, others those they make, units theirs once begun."""
    actor.need(READ)
    if actor.may(KEEP):
        return Visit.objects.all()
    told = Q(unit__in=actor.units) & ~Q(state=Trip.PLANNED)
    reach = told | Q(visitor__in=homes(actor))
    if actor.person is not None:
        reach |= Q(inspectors__person=actor.person)
    return Visit.objects.filter(pk__in=Visit.objects.filter(reach).values("pk"))


def visit_for(actor: Actor, visit: int) -> Visit:
    """Give one visit to who may read it."""
    row = visits_seen_by(actor).select_related("round", "unit", "visitor").filter(pk=visit).first()
    if row is None:
        raise NotFound(_("There is no such visit."), _("Go back to the inspections."))
    return row


def findings_seen_by(actor: Actor) -> "QuerySet[Finding]":
    """Give the findings an actor may read: inspectors and keepers all, units their own once they were put to them."""
    actor.need(READ)
    if actor.may(KEEP) or actor.may(INSPECT):
        return Finding.objects.all()
    own = Q(visit__visitor__in=homes(actor))
    if actor.person is not None:
        own |= Q(visit__inspectors__person=actor.person)
    put = Q(unit__in=actor.units, put_at__isnull=False)
    return Finding.objects.filter(pk__in=Finding.objects.filter(own | put).values("pk"))


def finding_for(actor: Actor, finding: int) -> Finding:
    """Give one finding to who may read it."""
    rows = findings_seen_by(actor).select_related("round", "visit", "unit", "repeats")
    row = rows.filter(pk=finding).first()
    if row is None:
        raise NotFound(_("There is no such finding."), _("Go back to the findings."))
    return row


def is_visitor(actor: Actor, visit: Visit) -> bool:
    """Say whether an actor makes a visit: as one of its inspectors, or as contact of the unit that looks."""
    if actor.person is None:
        return False
    if visit.inspectors.filter(person=actor.person).exists():
        return True
    return visit.visitor_id is not None and actor.may(REPLY) and visit.visitor_id in homes(actor)


def parties_of(finding: Finding) -> Parties:
    """Say who had a hand in a finding."""
    found = finding.visit.inspectors.values_list("person", flat=True)
    corrected = finding.corrections.exclude(done_person=None).values_list("done_person", flat=True)
    read_together(found, corrected)
    put_right = frozenset(one for one in corrected if one is not None)
    return Parties(frozenset(found), put_right, finding.unit_id)


@dataclass(frozen=True, slots=True)
class Rights:
    """What an actor may do with a finding."""

    puts: bool
    replies: bool
    decides: bool
    rechecks: bool


def rights(actor: Actor, finding: Finding) -> Rights:
    """Say what an actor may do with a finding. Nobody decides on what they found, or rechecks what they put right."""
    parties, home = parties_of(finding), homes(actor)
    sent = actor.may(REPLY) and finding.visit.visitor_id in home
    looked = actor.person is not None and (actor.person in parties.found or sent)
    return Rights(
        puts=looked,
        replies=actor.may(REPLY) and finding.unit_id in home,
        decides=actor.may(KEEP) and not looked and may_decide(actor.person, home, parties),
        rechecks=actor.may(INSPECT) and not looked and may_recheck(actor.person, home, parties),
    )


def need(allowed: bool, why: str) -> None:
    """Refuse with a sentence that says why."""
    if not allowed:
        raise NotAllowed(why, _("Somebody else has to do it."))


@dataclass(frozen=True, slots=True)
class InspectorHere:
    """Somebody who can be drawn as inspector: the unit they work in, and every other one they hold a post in."""

    person: int
    name: str
    post: str
    unit: int
    others: frozenset[int]


def inspectors_here(*, at: datetime) -> tuple[InspectorHere, ...]:
    """List who holds an inspector's post on this day and is not away; their own unit is where they do other work."""
    posts = people.posts_of_kinds(["inspector"])
    titles = {post.id: post.title for post in posts}
    away = {
        person
        for person, span in people.absences_between(
            {held.person for held in people.holdings_on(titles, at=at)}, people.day_of(at), people.day_of(at)
        )
        if span.holds(people.day_of(at))
    }
    held = [one for one in people.holdings_on(titles, at=at) if one.person not in away]
    everything = people.holdings_on(None, at=at)
    units = {post.id: post.unit for post in people.posts_here()}
    found = {}
    for one in held:
        work = [
            units[other.post] for other in everything if other.person == one.person and other.post in units
        ]
        own = [
            units[other.post]
            for other in everything
            if _is_other_work(other.person, other.post, one.person, titles)
        ]
        home = own[0] if own else units[one.post]
        found[one.person] = InspectorHere(
            one.person, one.name, titles[one.post], home, frozenset(work) - {home}
        )
    return tuple(found[person] for person in sorted(found))


def _is_other_work(holder: int, post: int, person: int, inspecting: dict[int, str]) -> bool:
    return holder == person and post not in inspecting


def is_open_draw(lot: Draw) -> bool:
    """Say whether anyone may read what was drawn: once its round is reported, or where it counts no more.

    Before that its hash alone is public: who is looked at without notice does not read it here first.
    """
    over = (Stage.REPORTED, Stage.CLOSED, Stage.CANCELLED)
    return Stage(lot.round.state) in over or Lots(lot.state) is Lots.CANCELLED


def open_draw(actor: Actor, draw: int) -> Draw:
    """Give a draw to anyone once it is open, and to keepers before."""
    row = Draw.objects.select_related("round").filter(pk=draw).first()
    if row is None or not (is_open_draw(row) or actor.may(KEEP)):
        raise NotFound(
            _("There is no such draw, or its round is not reported yet."),
            _("Its hash is public already: what is opened later has to fit it."),
        )
    return row


def draw_for(actor: Actor, draw: int) -> Draw:
    """Give one draw."""
    actor.need(READ)
    row = Draw.objects.select_related("round").filter(pk=draw).first()
    if row is None:
        raise NotFound(_("There is no such draw."), _("Go back to the round."))
    return row
