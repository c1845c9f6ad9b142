"""A file lives through any order of acts of anybody: no decision without told and heard, and nothing ever heavier."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.governance.accountability.actions import (
    closing,
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
from answerable.governance.accountability.actions.reviewing import AppealOutcome
from answerable.governance.accountability.models import File, Paper
from answerable.governance.accountability.rules.excuses import Verdict
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.seats import Role
from answerable.governance.accountability.rules.states import UNDECIDED
from answerable.kernel.errors import Anticipated
from tests.answerable.governance.accountability.makers import DAY, LATER, Hall, judge_all, open_file

pytestmark = pytest.mark.django_db
ROLES = {
    Role.FINDER: ("dana", "lin"),
    Role.PANEL: ("qian", "emil", "zhou"),
    Role.REVIEWER: ("wang", "fang", "guo"),
}
VOTERS = ("qian", "emil", "zhou", "wang", "fang", "guo", "olga", "chen")


def last(file, kind):
    row = Paper.objects.filter(file=file, kind=kind).order_by("-number").first()
    return row.pk if row else 0


def every_vote(hall, file, measure, at):
    for name in VOTERS:
        try:
            deciding.vote(file, measure, "Because.", **hall.by(name, at))
        except Anticipated:
            continue


ACTS = {
    "judge": lambda hall, file, measure, at: judge_all(hall, file, Verdict.HOLDS_NOT, at),
    "name_finders": lambda hall, file, measure, at: seating.name_people(
        file, Role.FINDER, hall.ids(*ROLES[Role.FINDER]), **hall.by("olga", at)
    ),
    "name_panel": lambda hall, file, measure, at: seating.name_people(
        file, Role.PANEL, hall.ids(*ROLES[Role.PANEL]), **hall.by("olga", at)
    ),
    "name_reviewers": lambda hall, file, measure, at: seating.name_people(
        file, Role.REVIEWER, hall.ids(*ROLES[Role.REVIEWER]), **hall.by("olga", at)
    ),
    "facts": lambda hall, file, measure, at: establishing.confirm_paper(
        establishing.write_facts(file, "Facts.", **hall.by("dana", at)), **hall.by("lin", at)
    ),
    "tell": lambda hall, file, measure, at: hearing.tell_concerned(
        file, Telling("Grounds.", measure), **hall.by("olga", at)
    ),
    "receive": lambda hall, file, measure, at: delivering.receive(
        last(file, "notice"), **hall.by("chen", at)
    ),
    "state": lambda hall, file, measure, at: hearing.state(file, "I say.", **hall.by("chen", at)),
    "end_hearing": lambda hall, file, measure, at: hearing.end_hearing(
        file, "Looked.", **hall.by("olga", at)
    ),
    "vote": every_vote,
    "decide": lambda hall, file, measure, at: deciding.decide(
        file, Outcome("Together.", "City"), **hall.by("qian", at)
    ),
    "serve": lambda hall, file, measure, at: delivering.serve(file, **hall.by("olga", at)),
    "ask_review": lambda hall, file, measure, at: reviewing.ask_review(file, "Again.", **hall.by("chen", at)),
    "review": lambda hall, file, measure, at: reviewing.decide_review(file, "So.", **hall.by("fang", at)),
    "ask_appeal": lambda hall, file, measure, at: reviewing.ask_appeal(file, "City.", **hall.by("chen", at)),
    "appeal": lambda hall, file, measure, at: reviewing.record_appeal(
        file, AppealOutcome("City", measure, "So."), **hall.by("olga", at)
    ),
    "drop": lambda hall, file, measure, at: deciding.drop(file, "Enough.", **hall.by("olga", at)),
    "close": lambda hall, file, measure, at: closing.close(file, **hall.by("olga", at)),
    "open_again": lambda hall, file, measure, at: opening.open_file(
        hall.finding.pk, "Again.", **hall.by("olga", at)
    ),
}
#: The ordinary way, into which chance puts other acts; without it few lives would get past the facts.
WAY = (
    *("judge", "name_finders", "facts", "tell", "receive", "state", "end_hearing", "name_panel", "vote"),
    *("decide", "serve", "ask_review", "name_reviewers", "vote", "review", "ask_appeal", "appeal"),
)
STRAY = st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(Measure), st.integers(0, 20))


def look(file, seen):
    """Hold what must be true of a file after every act, given what was true before it."""
    row = File.objects.get(pk=file)
    kinds = set(Paper.objects.filter(file=file).values_list("kind", flat=True))
    if row.measure is not None or (row.state not in UNDECIDED and row.state not in ("dropped", "closed")):
        assert {"facts", "notice", "verified"} <= kinds
        notice = Paper.objects.filter(file=file, kind="notice").latest("number")
        assert notice.received_at is not None
        assert "statement" in kinds or row.state_since > notice.received_at
    for name in ("told_measure", "measure"):
        now, before = getattr(row, name), seen.get(name)
        assert before is None or (now is not None and now <= before)
        seen[name] = now
    assert row.measure is None or row.measure <= row.told_measure


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, len(WAY)), STRAY), max_size=14), st.sampled_from(Measure))
def test_whatever_is_tried_nothing_is_decided_unheard_and_nothing_grows_heavier(strays, measure):
    point = transaction.savepoint()
    hall = Hall()
    file = open_file(hall).pk
    steps = [(place, index, one) for index, (place, one) in enumerate(strays)]
    steps += [(place, -1, (name, measure, 0)) for place, name in enumerate(WAY)]
    at, seen, done = LATER, {}, 0
    for _place, _index, (name, wanted, days) in sorted(steps, key=lambda step: step[:2]):
        at += days * DAY
        try:
            with transaction.atomic():
                ACTS[name](hall, file, wanted, at)
                done += 1
        except Anticipated:
            pass
        look(file, seen)
    assert done
    transaction.savepoint_rollback(point)


def test_the_ordinary_way_leads_to_the_end():
    hall = Hall()
    file = open_file(hall).pk
    for name in WAY:
        ACTS[name](hall, file, Measure.TALK, LATER)
    assert File.objects.get(pk=file).state == "appealed"
