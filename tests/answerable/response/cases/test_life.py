"""Many hands at the same cases: one lead always, none lost in merging and splitting, no clock stopped by a forward."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from answerable.kernel.errors import Anticipated
from answerable.office.clocks import queries as clocks
from answerable.response.cases import actions
from answerable.response.cases.actions import Handing, OpinionDraft, Proposal, Splitting
from answerable.response.cases.models import Case, CaseStory
from answerable.response.cases.queries import subject_of
from answerable.response.cases.rules.levels import Factor, Level, rule_for
from answerable.response.cases.rules.states import ENDED, State
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.clockwork import adopt_rules
from tests.answerable.response.cases.makers import make_cast, note, opening

NAMES = ("ada", "boris", "chen", "emil", "fang")
WHO = st.sampled_from(NAMES)
WHICH = st.integers(0, 7)
#: The stage by which a level is answered, and how long its rule gives (see clockwork).
PROMISES = {"e-grave": ("publish_authoritative_info", 5), "e-other": ("publish_response", 48)}
HEADLINES = (
    "Bridge over the river is painted",
    "School opens a second kitchen",
    "Library lends tools",
    "Swimming hall shuts in August",
    "Brown water runs in the east",
)


class Life(RuleBasedStateMachine):
    """Cases in the hands of five people, some of whom do what they may not."""

    def __init__(self) -> None:
        super().__init__()
        self.frame = transaction.atomic()
        self.frame.__enter__()
        adopt_rules()
        self.cast = make_cast()
        self.stories = [make_story((headline,)).pk for headline in HEADLINES]
        self.placed: set[int] = set()
        #: Cases whose clocks began anew because somebody opened them again, and with them what was split off.
        self.begun_anew: set[int] = set()
        self.now = NOON
        self.answers = 0

    def teardown(self) -> None:
        """Leave no trace for the next life."""
        transaction.set_rollback(True)
        self.frame.__exit__(None, None, None)

    def later(self):
        """Half an hour passes between two acts."""
        self.now += timedelta(minutes=30)
        return self.now

    def one(self, which: int) -> int:
        """Choose one of the cases there are."""
        ids = list(Case.objects.order_by("pk").values_list("pk", flat=True))
        return ids[which % len(ids)] if ids else 0

    def act(self, who: str):
        """Give the actor and the moment of an act."""
        return {"by": getattr(self.cast, who), "at": self.later()}

    @rule(who=WHO, unit=st.sampled_from(["supply", "repair"]))
    def open_case(self, who: str, unit: str) -> None:
        free = [story for story in self.stories if story not in self.placed]
        with suppress(Anticipated):
            act = self.act(who)
            wanted = opening(seen_at=self.now, stories=tuple(free[:1]), unit=getattr(self.cast, unit).pk)
            actions.open_case(wanted, **act)
            self.placed |= set(free[:1])

    @rule(which=WHICH, who=WHO)
    def register(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            actions.register(self.one(which), **self.act(who))

    @rule(which=WHICH, who=WHO, harm=st.integers(0, 3), reach=st.integers(0, 3))
    def give_opinion(self, which: int, who: str, harm: int, reach: int) -> None:
        marks = {**dict.fromkeys(Factor, 0), Factor.HARM: harm, Factor.REACH: reach}
        with suppress(Anticipated):
            actions.give_opinion(self.one(which), OpinionDraft(marks, "So it is."), **self.act(who))

    @rule(which=WHICH)
    def two_opinions(self, which: int) -> None:
        self.register(which, "ada")
        self.give_opinion(which, "ada", 3, 1)
        self.give_opinion(which, "emil", 3, 1)

    @rule(which=WHICH, who=WHO, level=st.sampled_from(list(Level)))
    def propose(self, which: int, who: str, level: Level) -> None:
        with suppress(Anticipated):
            actions.propose_level(self.one(which), Proposal(level, "So it is."), **self.act(who))

    @rule(which=WHICH, who=WHO, agrees=st.booleans())
    def answer_proposal(self, which: int, who: str, agrees: bool) -> None:
        with suppress(Anticipated):
            if agrees:
                actions.agree(self.one(which), **self.act(who))
            else:
                actions.dissent(self.one(which), "Not so.", **self.act(who))

    @rule(which=WHICH, who=WHO, level=st.sampled_from(list(Level)))
    def decide(self, which: int, who: str, level: Level) -> None:
        with suppress(Anticipated):
            actions.decide_level(self.one(which), Proposal(level, "Decided."), **self.act(who))

    @rule(which=WHICH, who=WHO)
    def assess_anew(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            actions.assess_anew(self.one(which), "Changed.", **self.act(who))

    @rule(which=WHICH, who=WHO, unit=st.sampled_from(["supply", "repair", "office"]))
    def pass_on(self, which: int, who: str, unit: str) -> None:
        with suppress(Anticipated):
            actions.assign(self.one(which), getattr(self.cast, unit).pk, "Theirs.", **self.act(who))

    @rule(which=WHICH, who=WHO)
    def acknowledge(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            actions.acknowledge(self.one(which), "On the site.", **self.act(who))

    @rule(which=WHICH, who=WHO)
    def hand_over(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            actions.hand_over(self.one(which), Handing("County", "Theirs."), **self.act(who))

    @rule(which=WHICH, who=WHO)
    def confirm(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            actions.confirm_handover(self.one(which), "They said so.", **self.act(who))

    @rule(which=WHICH, who=WHO)
    def come_back(self, which: int, who: str) -> None:
        case = self.one(which)
        with suppress(Anticipated):
            actions.reopen(case, "It is ours.", **self.act(who))
            self.begun_anew.add(case)

    @rule(which=WHICH, who=WHO)
    def close(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            actions.close_case(self.one(which), "Nothing more to say.", **self.act(who))

    @rule(which=WHICH)
    def answer(self, which: int) -> None:
        case = self.one(which)
        if case:
            self.answers += 1
            actions.note_answer([case], note(self.answers), **self.act("emil"))

    @rule(which=WHICH, other=WHICH, who=WHO)
    def merge(self, which: int, other: int, who: str) -> None:
        one, two = self.one(which), self.one(other)
        with suppress(Anticipated):
            stands = actions.merge(one, two, **self.act(who))
            if {one, two} & self.begun_anew:
                self.begun_anew.add(stands)

    @rule(which=WHICH, who=WHO)
    def split(self, which: int, who: str) -> None:
        case = self.one(which)
        parts = tuple(CaseStory.objects.filter(case=case).values_list("story", flat=True)[:1])
        with suppress(Anticipated):
            new = actions.split(case, Splitting("A part", "", stories=parts), **self.act(who))
            if case in self.begun_anew:
                self.begun_anew.add(new)

    @invariant()
    def every_case_has_one_lead_and_none_is_lost(self) -> None:
        for row in Case.objects.all():
            assert row.unit_id is not None
            assert (row.state == State.MERGED) is (row.merged_into_id is not None)
            steps = 0
            while row.merged_into is not None:
                row, steps = row.merged_into, steps + 1
                assert steps < 50

    @invariant()
    def every_story_that_came_in_is_in_a_case_that_stands(self) -> None:
        standing = CaseStory.objects.exclude(case__state=State.MERGED).values_list("story", flat=True)
        assert self.placed == set(standing)

    @invariant()
    def what_nobody_answered_is_still_owed_at_its_first_moment(self) -> None:
        for row in Case.objects.filter(answered_at=None):
            waits = row.handovers.filter(confirmed_at=None).exists()
            if State(row.state) in ENDED and not (row.state == State.HANDED_OVER and waits):
                continue
            found = clocks.clocks_of(subject_of(row.pk), at=self.now)
            owed = {clock.stage: clock for clock in found if clock.owed}
            stage, hours = PROMISES[rule_for(Level(row.level))] if row.level else ("assess", 4)
            assert stage in owed, (row.pk, row.state, row.level, list(owed))
            if row.pk not in self.begun_anew:
                assert owed[stage].due == row.seen_at + timedelta(hours=hours)


@pytest.mark.slow
@pytest.mark.django_db
def test_cases_live_through_many_hands() -> None:
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=12,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
        ),
    )
