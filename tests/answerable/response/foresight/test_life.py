"""Many hands at the same releases: nothing goes out without its agreed assessment but by the head, and that is owed."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from answerable.kernel.errors import Anticipated
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.office.review.models import Review
from answerable.response.foresight import actions
from answerable.response.foresight.actions import (
    AudienceDraft,
    Outcome,
    PreparedDraft,
    RiskDraft,
    Verdict,
    ViewDraft,
    VoiceDraft,
)
from answerable.response.foresight.jobs import look_all
from answerable.response.foresight.models import Asked, Consultation, Part, Release
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.consulting import Asking, Way
from answerable.response.foresight.rules.states import State
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import make_cast
from tests.answerable.response.foresight.conftest import adopt_decision_gate
from tests.answerable.response.foresight.makers import PLANNED, going, make_release, write_all
from tests.answerable.response.letters.makers import make_letter

WHO = st.sampled_from(("ada", "boris", "chen", "emil", "fang", "dana"))
WHICH = st.integers(0, 3)
DAY = timedelta(days=1)


class Life(RuleBasedStateMachine):
    """Releases in the hands of six people, some of whom do what they may not."""

    def __init__(self) -> None:
        super().__init__()
        self.frame = transaction.atomic()
        self.frame.__enter__()
        self.cast = make_cast()
        adopt_decision_gate(self.cast)
        self.now = NOON

    def teardown(self) -> None:
        """Leave no trace for the next life."""
        transaction.set_rollback(True)
        self.frame.__exit__(None, None, None)

    def act(self, who: str):
        """Give the actor and the moment of an act; half an hour passes between two."""
        self.now += timedelta(minutes=30)
        return {"by": getattr(self.cast, who), "at": self.now}

    def one(self, which: int) -> int:
        """Choose one of the releases there are."""
        ids = list(Release.objects.order_by("pk").values_list("pk", flat=True))
        return ids[which % len(ids)] if ids else 0

    @rule(parts=st.booleans())
    def enter(self, parts: bool) -> None:
        if Release.objects.count() < 4:
            later = self.now + 30 * DAY
            plan = {"parts": (("One", later), ("Two", later + DAY))} if parts else {}
            release = make_release(self.cast, at=self.now, planned_at=later, **plan)
            write_all(self.cast, release, at=self.now)

    @rule(which=WHICH, who=WHO, likelihood=st.integers(0, 4))
    def write(self, which: int, who: str, likelihood: int) -> None:
        with suppress(Anticipated):
            actions.write(self.one(which), RiskDraft("Misread", likelihood, 2, "A table."), **self.act(who))

    @rule(which=WHICH, who=WHO)
    def write_nothing_new(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            release = self.one(which)
            added = actions.write(release, AudienceDraft("Tenants", "More."), **self.act(who))
            actions.strike(release, AudienceDraft, added, **self.act(who))

    @rule(which=WHICH, who=WHO)
    def prepare(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            actions.write(self.one(which), PreparedDraft("Since when?", "Since May."), **self.act(who))

    @rule(which=WHICH, who=WHO, days=st.integers(0, 5))
    def arrange(self, which: int, who: str, days: int) -> None:
        with suppress(Anticipated):
            actions.arrange(self.one(which), going(self.cast, watch_days=days), **self.act(who))

    @rule(which=WHICH, who=WHO, level=st.sampled_from(["low", "medium", "high"]))
    def give_view(self, which: int, who: str, level: str) -> None:
        with suppress(Anticipated):
            actions.give_view(self.one(which), ViewDraft(level, "So it is."), **self.act(who))

    @rule(which=WHICH, who=WHO)
    def hand_in(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            actions.hand_in(self.one(which), **self.act(who))

    @rule(which=WHICH)
    def view_and_hand_in(self, which: int) -> None:
        self.give_view(which, "boris", "low")
        self.give_view(which, "chen", "low")
        self.hand_in(which, "chen")

    @rule(which=WHICH, who=WHO)
    def take_back(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            actions.take_back(self.one(which), **self.act(who))

    @rule(which=WHICH, who=WHO)
    def read(self, which: int, who: str) -> None:
        found = reviews.review_of(subject_of(self.one(which)))
        step = (
            found and Review.objects.get(pk=found.id).steps.filter(state="waiting").order_by("order").first()
        )
        if found and step:
            with suppress(Anticipated):
                review.note_reading(found.id, **self.act(who))
                review.pass_step(found.id, found.content_hash, step.checks, "", **self.act(who))

    @rule(which=WHICH)
    def read_by_all(self, which: int) -> None:
        for who in ("ada", "emil", "boris"):
            self.read(which, who)

    @rule(which=WHICH, who=WHO)
    def send_back(self, which: int, who: str) -> None:
        found = reviews.review_of(subject_of(self.one(which)))
        if found:
            with suppress(Anticipated):
                review.send_back(found.id, "Not so.", **self.act(who))

    @rule(which=WHICH, who=WHO, first_only=st.booleans())
    def release(self, which: int, who: str, first_only: bool) -> None:
        release = self.one(which)
        part = Part.objects.filter(release=release, released_at=None).order_by("number").first()
        chosen = (part.pk,) if part and first_only else ()
        with suppress(Anticipated):
            actions.release_now(release, Outcome(parts=chosen), **self.act(who))

    @rule(which=WHICH, who=WHO)
    def release_urgently(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            actions.release_urgently(self.one(which), Outcome(), "It cannot wait.", **self.act(who))

    @rule(which=WHICH, who=WHO, days=st.integers(-1, 9))
    def postpone(self, which: int, who: str, days: int) -> None:
        with suppress(Anticipated):
            actions.postpone(self.one(which), PLANNED + days * DAY, "Later.", **self.act(who))

    @rule(which=WHICH, who=WHO)
    def withdraw(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            actions.withdraw(self.one(which), "Not now.", **self.act(who))

    @rule(which=WHICH, who=WHO)
    def ask_public(self, which: int, who: str) -> None:
        today = self.now.date()
        with suppress(Anticipated):
            asking = Asking(Way.COMMENT, today, today + DAY, why_short="Soon.")
            actions.announce(self.one(which), asking, "", **self.act(who))

    @rule(who=WHO, verdict=st.sampled_from(["", "adopted", "not"]))
    def note_voice(self, who: str, verdict: str) -> None:
        asked = Consultation.objects.order_by("pk").first()
        if asked:
            with suppress(Anticipated):
                actions.note_voice(asked.pk, VoiceDraft("Less", 1, verdict, "So."), **self.act(who))

    @rule(days=st.integers(1, 4))
    def days_pass(self, days: int) -> None:
        make_letter(title="Asked", text="The water price?", at=self.now)
        self.now += days * DAY
        look_all(at=self.now)

    @rule(who=WHO)
    def settle(self, who: str) -> None:
        for asked in Asked.objects.filter(verdict="waiting"):
            with suppress(Anticipated):
                actions.settle(asked.pk, Verdict("other"), **self.act(who))

    @rule(which=WHICH, who=WHO)
    def finish(self, which: int, who: str) -> None:
        with suppress(Anticipated):
            actions.finish(self.one(which), "Say what stays.", **self.act(who))

    @invariant()
    def nothing_is_out_without_its_agreed_assessment(self) -> None:
        for part in Part.objects.exclude(released_at=None).select_related("release"):
            subject = subject_of(part.release_id)
            if part.passed_hash:
                steps = Review.objects.filter(subject=subject, content_hash=part.passed_hash, state="passed")
                assert steps.exists()
            else:
                assert part.release.urgent_reason
                assert part.release.urgent_by == "Boris"

    @invariant()
    def a_gate_is_passed_by_three_who_did_not_write(self) -> None:
        for row in Review.objects.filter(state="passed"):
            readers = [step.person_id for step in row.steps.filter(round=row.round)]
            assert len(set(readers)) == len(readers) == 3
            assert not set(readers) & set(row.authors)

    @invariant()
    def states_and_times_agree(self) -> None:
        for row in Release.objects.all():
            out = row.parts.exclude(released_at=None).count()
            waits = row.parts.filter(released_at=None, dropped_reason="").count()
            assert (row.state in ("planned", "withdrawn")) == (out == 0)
            assert (row.state in (State.PLANNED, State.PARTLY)) == (waits > 0)
            assert hasattr(row, "watch") == (out > 0)
            if row.state == "finished":
                assert row.file_hash
                assert not row.asked.filter(verdict="waiting").exists()
                subject, text = subject_of(row.pk), row.text_hash
                assert not row.urgent_reason or reviews.passage(subject, text)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_lives_of_releases_keep_their_promises() -> None:
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=12,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
        ),
    )
