"""Whoever does whatever in whatever order: no piece is out but exactly as three others read it and read its proofs."""

from collections import Counter
from contextlib import suppress
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, NotFound
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.office.review.models import Reading, Step
from answerable.office.review.rules import PROOF
from answerable.response.channels import actions
from answerable.response.channels.actions import publishing
from answerable.response.channels.models import Piece, Publication
from answerable.response.channels.queries.wording import hash_of_piece
from answerable.response.channels.rules.states import EVER_OUT, PieceState
from tests.answerable.response.channels.makers import LATER, edit, make_piece, make_text, quick_channel

CAST = ("ada", "boris", "chen", "dana", "emil", "fay")
people = st.sampled_from(CAST)
#: What a reader ticks: everything, all but the proof-reading, or nothing.
ticks = st.sampled_from(["all", "all", "no_proof", "none"])


class Piecework(RuleBasedStateMachine):
    """Random lives of one piece, in which everybody tries everything, allowed or not."""

    desk = None
    site = 0
    #: Over all lives: how often each act was done and not refused, so that a life in which nothing works shows.
    done: Counter = Counter()

    @initialize()
    def begin(self):
        self.piece = make_piece(self.desk, (self.site,))
        self.now = LATER

    def who(self, name):
        return self.desk.fay if name == "fay" else getattr(self.desk.office, name)

    def attempt(self, name, act):
        self.now += timedelta(minutes=1)
        with suppress(Anticipated):
            act()
            self.done[name] += 1

    def take(self, name, tick):
        found = reviews.review_of(f"piece:{self.piece}")
        if found is None:
            raise NotFound("Nothing was handed in.", "Hand it in.")
        review.note_reading(found.id, by=self.who(name), at=self.now)
        step = Step.objects.filter(review=found.id, state="waiting").order_by("round", "order").first()
        checks = [] if step is None or tick == "none" else list(step.checks)
        if tick == "no_proof":
            checks = [one for one in checks if one != PROOF]
        review.pass_step(found.id, found.content_hash, checks, "", by=self.who(name), at=self.now)

    @rule(name=people)
    def hand_in(self, name):
        self.attempt("hand_in", lambda: actions.hand_in(self.piece, by=self.who(name), at=self.now))

    @rule(name=people, tick=ticks)
    def one_reads(self, name, tick):
        self.attempt(f"read_{tick}", lambda: self.take(name, tick))

    @rule(order=st.permutations(CAST))
    def all_read(self, order):
        for name in order:
            self.attempt("read_all", lambda name=name: self.take(name, "all"))

    @rule(name=people, words=st.sampled_from(["four", "five", "six"]))
    def write(self, name, words):
        text = make_text((self.site,), summary=f"Water is off for {words} hours.")
        self.attempt("edit", lambda: edit(self.desk, self.piece, text, at=self.now, by=self.who(name)))

    @rule(name=people)
    def send_back(self, name):
        found = reviews.review_of(f"piece:{self.piece}")
        if found is not None:
            self.attempt("back", lambda: review.send_back(found.id, "No.", by=self.who(name), at=self.now))

    @rule(name=people)
    def take_back(self, name):
        self.attempt("take_back", lambda: actions.take_back(self.piece, by=self.who(name), at=self.now))

    @rule(name=people, hours=st.integers(-1, 3))
    def schedule(self, name, hours):
        moment = self.now + timedelta(hours=hours)
        self.attempt("schedule", lambda: actions.schedule(self.piece, moment, by=self.who(name), at=self.now))

    @rule(hours=st.integers(1, 5))
    def time_passes(self, hours):
        self.now += timedelta(hours=hours)
        self.done["by_itself"] += publishing.publish_due(by=MACHINE, at=self.now)

    @rule(name=people)
    def publish(self, name):
        self.attempt("publish", lambda: actions.publish(self.piece, by=self.who(name), at=self.now))

    @rule(name=people)
    def withdraw(self, name):
        self.attempt(
            "withdraw", lambda: actions.withdraw(self.piece, "Wrong.", by=self.who(name), at=self.now)
        )

    @invariant()
    def what_is_out_was_read_and_proofed_by_three_others(self):
        if not hasattr(self, "piece"):
            return
        row = Piece.objects.get(pk=self.piece)
        logged = list(Publication.objects.filter(piece=row))
        assert bool(logged) == (row.state in EVER_OUT)
        if not logged and row.state != PieceState.SCHEDULED:
            return
        wanted = hash_of_piece(row)
        assert {one.content_hash for one in logged} <= {wanted}
        steps = list(Step.objects.filter(review=row.review_id, state="passed", seen_hash=wanted))
        proofs = {step.person_id for step in steps if PROOF in step.ticked}
        readers = {step.person_id for step in steps if set(step.checks) <= set(step.ticked)}
        had_it = Reading.objects.filter(review=row.review_id, content_hash=wanted).values_list(
            "person", flat=True
        )
        assert len(proofs) == len(readers) == len(steps) == 3
        assert readers <= set(had_it)
        assert not readers & set(row.editors)
        for one in logged:
            assert len({reader["name"] for reader in one.readers}) == 3


def test_in_no_order_of_acts_is_a_piece_out_unread(desk):
    Piecework.desk, Piecework.site = desk, quick_channel(desk, 1, delivery="feed").pk
    Piecework.done.clear()
    run_state_machine_as_test(
        Piecework,
        settings=settings(
            max_examples=25,
            stateful_step_count=15,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    # The acts bite: readers pass texts; who ticks too little passes none.
    assert Piecework.done["hand_in"]
    assert Piecework.done["read_all"]
    assert not Piecework.done["read_none"] + Piecework.done["read_no_proof"]


def test_the_same_acts_in_the_right_order_let_a_piece_out(desk):
    """The control: what the random lives try does lead out, at once or at its hour, when each act has its turn."""
    Piecework.desk, Piecework.site = desk, quick_channel(desk, 1, delivery="feed").pk
    for late in (False, True):
        Piecework.done.clear()
        life = Piecework()
        life.begin()
        life.hand_in("chen")
        life.all_read(CAST)
        if late:
            life.schedule("fay", 1)
            life.time_passes(2)
        else:
            life.publish("fay")
        life.what_is_out_was_read_and_proofed_by_three_others()
        assert Piece.objects.get(pk=life.piece).state == PieceState.PUBLISHED
        assert Piecework.done["by_itself" if late else "publish"] == 1
