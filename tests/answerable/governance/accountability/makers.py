"""Makers for the room: a town in which Chen missed a quarterly filing, and a file at each of its steps."""

from datetime import UTC, datetime, timedelta

from answerable.governance.accountability.actions import (
    deciding,
    delivering,
    establishing,
    hearing,
    opening,
    reviewing,
    seating,
)
from answerable.governance.accountability.actions.deciding import Outcome
from answerable.governance.accountability.actions.hearing import Telling
from answerable.governance.accountability.models import Excuse, File, Paper
from answerable.governance.accountability.rules.excuses import Verdict
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.seats import Role
from answerable.governance.duties.actions import finding as findings
from answerable.governance.duties.models import Finding
from answerable.governance.duties.rules.states import FoundMove
from answerable.kernel.actor import MACHINE
from answerable.office.people.rules import PostKind
from tests.answerable.governance.duties.makers import make_town, opened
from tests.answerable.office.people.makers import make_holding, make_person, make_post

#: When the filing due at the end of March is missed, and when people look at it.
MISSED = datetime(2026, 4, 14, 2, tzinfo=UTC)
LATER = datetime(2026, 4, 20, 2, tzinfo=UTC)
DAY = timedelta(days=1)


class Hall:
    """The body with its oversight, and enough people without a part to hear somebody fairly."""

    def __init__(self, *, departments=2, confirmed=True):
        self.town = make_town(departments)
        self.run = opened(self.town)
        unit = self.town.body
        self.dana = self._member("Dana", PostKind.INSPECTOR, unit)
        self.olga = self._member("Olga", PostKind.OVERSIGHT, unit)
        self.emil = self._member("Emil", PostKind.SPOKESPERSON, unit)
        self.lin = self._member("Lin", PostKind.LIAISON, self.town.units[1])
        self.wang = self._member("Wang", PostKind.KEEPER, self.town.units[1])
        self.zhou = self._member("Zhou", PostKind.INSPECTOR, unit)
        self.qian = self._member("Qian", PostKind.LEAD, unit)
        self.fang = self._member("Fang", PostKind.LEAD, unit)
        self.guo = self._member("Guo", PostKind.SPOKESPERSON, unit)
        self.finding = self.find(self.run, confirmed=confirmed)

    def _member(self, name, kind, unit):
        person = make_person(name=name)
        make_holding(make_post(unit, kind, title=name), person)
        return person

    def find(self, run, *, confirmed=True):
        """The finding on a run: opened, answered by Chen, confirmed by Ada."""
        found = findings.open_finding(run.pk, by=MACHINE, at=MISSED)
        if confirmed:
            findings.answer_finding(run.pk, "防汛值守", by=self.act("chen", MISSED), at=MISSED)
            who = {"by": self.act("ada", MISSED), "at": MISSED}
            findings.settle_finding(run.pk, FoundMove.CONFIRM, "Nothing came.", **who)
        return Finding.objects.get(pk=found)

    def person(self, name):
        """One of the cast."""
        return getattr(self, name, None) or getattr(self.town, name)

    def act(self, name, at=LATER):
        """The actor that one of the cast is."""
        return self.town.actor(self.person(name), at)

    def by(self, name, at=LATER):
        """By whom and when, as actions take it."""
        return {"by": self.act(name, at), "at": at}

    def ids(self, *names):
        """The persons of some of the cast."""
        return [self.person(name).pk for name in names]


def open_file(hall, at=LATER):
    """A file that oversight has opened."""
    return File.objects.get(pk=opening.open_file(hall.finding.pk, "Look at it.", **hall.by("olga", at)))


def judge_all(hall, file, verdict=Verdict.HOLDS_NOT, at=LATER):
    """Every excuse judged."""
    for one in Excuse.objects.filter(file=file, fixed=False):
        opening.judge_excuse(one.pk, verdict, "Looked at.", **hall.by("olga", at))


def with_facts(hall, at=LATER):
    """A file whose excuses were rejected and whose facts stand."""
    file = open_file(hall, at)
    judge_all(hall, file, at=at)
    seating.name_people(file.pk, Role.FINDER, hall.ids("dana", "lin"), **hall.by("olga", at))
    paper = establishing.write_facts(file.pk, "Due 31 March, nothing came.", **hall.by("dana", at))
    establishing.confirm_paper(paper, **hall.by("lin", at))
    return File.objects.get(pk=file.pk)


def told(hall, measure=Measure.TALK, at=LATER, *, received=True):
    """A file whose person was told, and has the paper."""
    file = with_facts(hall, at)
    paper = hearing.tell_concerned(
        file.pk, Telling("The duty of clause one.", measure), **hall.by("olga", at)
    )
    if received:
        delivering.receive(paper, **hall.by("chen", at))
    return File.objects.get(pk=file.pk)


def heard(hall, measure=Measure.TALK, at=LATER):
    """A file whose person has spoken, with a panel."""
    file = told(hall, measure, at)
    hearing.state(file.pk, "The river was high.", **hall.by("chen", at))
    hearing.end_hearing(file.pk, "The rota shows two nights.", **hall.by("olga", at))
    seating.name_people(file.pk, Role.PANEL, hall.ids("qian", "emil", "zhou"), **hall.by("olga", at))
    return File.objects.get(pk=file.pk)


def voted(hall, *measures, told_measure=Measure.TALK, at=LATER):
    """A file on which the panel has voted."""
    file = heard(hall, told_measure, at)
    for name, measure in zip(("qian", "emil", "zhou"), measures, strict=True):
        deciding.vote(file.pk, measure, f"{name} says so.", **hall.by(name, at))
    return file


def served(hall, measure=Measure.REMINDER, at=LATER, *, received=True):
    """A file whose decision was served."""
    file = voted(hall, measure, measure, measure, told_measure=max(measure, Measure.TALK), at=at)
    to = "District commission" if measure is Measure.HANDED_OVER else ""
    deciding.decide(file.pk, Outcome("Together.", to), **hall.by("qian", at))
    delivering.serve(file.pk, **hall.by("olga", at))
    if received:
        delivering.receive(last_paper(file, "decision").pk, **hall.by("chen", at))
    return File.objects.get(pk=file.pk)


def under_review(hall, measure=Measure.TALK, at=LATER):
    """A file that is being reviewed by people who had no part in it."""
    file = served(hall, measure, at)
    reviewing.ask_review(file.pk, "Look again.", **hall.by("chen", at))
    reviewers = hall.ids("wang", "fang", "guo")
    seating.name_people(file.pk, Role.REVIEWER, reviewers, **hall.by("olga", at))
    return File.objects.get(pk=file.pk)


def last_paper(file, kind):
    """The newest paper of a kind."""
    return Paper.objects.filter(file=file, kind=kind).latest("number")
