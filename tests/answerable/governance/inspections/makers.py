"""Makers for the room: a body with departments, inspectors of several units, rounds, draws, visits, findings."""

import hashlib
from datetime import UTC, date, datetime, timedelta

from answerable.governance.inspections import actions
from answerable.governance.inspections.actions import Entry, RoundDraft, Telling
from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.models import Finding, Visit
from answerable.governance.inspections.rules.terms import Terms
from answerable.office.people.rules import PostKind
from tests.answerable.office.people.makers import (
    actor_of,
    make_account,
    make_holding,
    make_person,
    make_post,
    make_unit,
)

AT = datetime(2026, 3, 2, 4, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ADAS, BORIS = "a seed that Ada made up 17", "boris wrote this seed 4711"


class Body:
    """A body with departments; Ada keeps inspections, Chen speaks for the first department, Dana inspects."""

    def __init__(self, departments=6, inspectors=4):
        self.root = make_unit(name="Bureau")
        self.units = [make_unit(self.root, name=f"Department {n}") for n in range(1, departments + 1)]
        self.ada = self._member("Ada", PostKind.OFFICE, self.root)
        self.boris = self._member("Boris", PostKind.LEAD, self.root)
        self.contacts = [self._member(f"Contact {unit.pk}", PostKind.LIAISON, unit) for unit in self.units]
        self.chen = self.contacts[0]
        self.inspectors = [
            self._member(f"Inspector {n}", PostKind.INSPECTOR, self.units[n % departments])
            for n in range(1, inspectors + 1)
        ]
        self.dana = self.inspectors[0]

    def _member(self, name, kind, unit):
        person = make_person(name=name)
        make_holding(make_post(unit, kind, title=name), person)
        return make_account(name.lower().replace(" ", "-"), person)

    def who(self, account, at=AT):
        """The actor that somebody is."""
        return actor_of(account, at)

    def by(self, account, at=AT):
        """The two last arguments of an action."""
        return {"by": self.who(account, at), "at": at}


def make_round(body, method="random_check", at=AT, **changes):
    """A planned round of the departments; a third of them is drawn."""
    terms = changes.pop("terms", Terms(ratio="0.34", inspectors=2))
    fields = {"title": "March check", "begins_on": date(2026, 3, 2), "ends_on": date(2026, 3, 31)}
    population = "body" if method == "questionnaire" else "units"
    draft = RoundDraft(method=method, terms=terms, **{**fields, "population": population, **changes})
    return actions.plan_round(draft, **body.by(body.ada, at))


def commit(body, round_id, at=AT):
    """Fix the list of a round."""
    return actions.commit_draw(round_id, **body.by(body.ada, at))


def seal_both(body, draw, at=AT + MINUTE):
    """Let both officers seal their seeds."""
    for account, seed in ((body.ada, ADAS), (body.boris, BORIS)):
        actions.seal_seed(draw, hashlib.sha256(seed.encode()).hexdigest(), **body.by(account, at))


def tell_all(body, draw, ritual="3 1 6 6 2", at=AT + 2 * MINUTE):
    """Tell the dice and both seeds."""
    actions.tell_seed(draw, Telling("ritual", ritual), **body.by(body.ada, at))
    actions.tell_seed(draw, Telling("officer-1", ADAS), **body.by(body.ada, at))
    actions.tell_seed(draw, Telling("officer-2", BORIS), **body.by(body.boris, at))


def make_drawn(body, at=AT, ritual="3 1 6 6 2", **changes):
    """A round whose lot has fallen; gives the round and the draw."""
    round_id = make_round(body, at=at, **changes)
    draw = commit(body, round_id, at)
    seal_both(body, draw, at + MINUTE)
    tell_all(body, draw, ritual, at + 2 * MINUTE)
    actions.hold_draw(round_id, **body.by(body.ada, at + 3 * MINUTE))
    return round_id, draw


def visitor_of(body, visit):
    """The account of the first who makes a visit."""
    first = visit.inspectors.first()
    if first is not None:
        return first.person.account
    return next(one for one in body.contacts if one.person.holdings.first().post.unit_id == visit.visitor_id)


def fill_in(body, visit, failing=(), at=AT + HOUR, note="Seen on the page."):
    """Answer every question of a visit; those in `failing` are not in order."""
    best, worst = METHODS[visit.round.method].verdicts[0].key, METHODS[visit.round.method].verdicts[-2].key
    account = visitor_of(body, visit)
    for question in visit.round.questions:
        verdict = worst if question["key"] in failing else best
        actions.answer(visit.pk, Entry(question["key"], verdict, note), **body.by(account, at))
    return account


def make_finding(body, state="observed", at=AT, failing="asked", **changes):
    """A finding in the state asked for, brought there by the room's own actions."""
    round_id, _draw = make_drawn(body, at=at, **changes)
    visit = next(one for one in Visit.objects.filter(round=round_id).order_by("pk"))
    account = fill_in(body, visit, failing=(failing,), at=at + HOUR)
    actions.finish_visit(visit.pk, **body.by(account, at + HOUR))
    finding = Finding.objects.get(visit=visit)
    return walk(body, finding, state, at=at + 2 * HOUR)


def contact_of(body, finding):
    """The account that speaks for the unit of a finding."""
    return next(one for one in body.contacts if one.person.holdings.first().post.unit_id == finding.unit_id)


def rechecker_of(body, finding):
    """An inspector who neither found it nor belongs to the unit."""
    found = set(finding.visit.inspectors.values_list("person", flat=True))
    return next(
        one
        for one in body.inspectors
        if one.person_id not in found and one.person.holdings.first().post.unit_id != finding.unit_id
    )


PATH = ("put", "replied", "confirmed", "rectifying", "corrected", "closed")


def walk(body, finding, state, at):
    """Bring a finding from where it is noted to a state."""
    contact = contact_of(body, finding)
    who = visitor_of(body, finding.visit)
    steps = {
        "put": lambda: actions.put_to_unit(finding.pk, **body.by(who, at)),
        "replied": lambda: actions.reply(finding.pk, "We know of it.", **body.by(contact, at)),
        "confirmed": lambda: actions.confirm(finding.pk, "It was so.", **body.by(body.ada, at)),
        "rectifying": lambda: actions.plan_correction(
            finding.pk, "Answer the open questions.", (at + 5 * DAY).date(), **body.by(contact, at)
        ),
        "corrected": lambda: actions.correct(
            finding.pk, "All answered.", "https://body.example/a", **body.by(contact, at)
        ),
        "closed": lambda: actions.recheck(
            finding.pk, "Gone.", is_gone=True, **body.by(rechecker_of(body, finding), at)
        ),
    }
    if state == "dismissed":
        actions.dismiss(finding.pk, "It was the day of the move.", **body.by(body.ada, at))
    elif state == "repeated":
        walk(body, finding, "corrected", at)
        actions.recheck(finding.pk, "Still there.", is_gone=False, **body.by(rechecker_of(body, finding), at))
    elif state != "observed":
        for step in PATH[: PATH.index(state) + 1]:
            steps[step]()
    finding.refresh_from_db()
    return finding
