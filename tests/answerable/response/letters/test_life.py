"""A letter in the hands of an office, a unit and its asker, who act on what they saw a while ago."""

from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.office.clocks import queries as clocks
from answerable.office.review import queries as reviews
from answerable.response.letters import actions
from answerable.response.letters.models import Contact, Letter, Reply
from answerable.response.letters.rules.matter import Contact as Way
from answerable.response.letters.rules.states import OWED, End, Judgement, ReplyState, State, Told
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import make_letter, make_office, make_wording, read_all

NAMES = st.sampled_from(["ada", "boris", "chen", "dana", "emil"])
MARK = "Xanthippe Quill"


class Life(RuleBasedStateMachine):
    """One letter; every act is tried by anybody at any time and is either done or refused with a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.frame = transaction.atomic()
        self.frame.__enter__()
        self.office = make_office()
        self.now: datetime = NOON
        way = Way(name=MARK, email="x.quill@mill.example")
        self.letter = make_letter(contact=way, text=f"No water for days in the lane. {MARK}").pk
        self.reply: int | None = None
        self.closed_at: datetime | None = None

    def teardown(self) -> None:
        """Leave the database as it was."""
        transaction.set_rollback(True)
        self.frame.__exit__(None, None, None)

    def actor(self, name: str) -> Actor:
        """Somebody of the cast."""
        found: Actor = getattr(self.office, name)
        return found

    def row(self) -> Letter:
        """The letter as it is."""
        return Letter.objects.get(pk=self.letter)

    def try_to(self, act, *args, name: str | None = None) -> None:
        """Do something, or be refused; what is refused changes nothing."""
        who = {"by": self.actor(name), "at": self.now} if name else {"at": self.now}
        with suppress(Anticipated), transaction.atomic():
            act(*args, **who)

    @rule(days=st.integers(min_value=1, max_value=20))
    def days_pass(self, days: int) -> None:
        """Time goes on, and the rounds are made."""
        self.now += timedelta(days=days)
        actions.close_due(at=self.now)
        actions.forget_due(at=self.now)

    @rule(name=NAMES, to_supply=st.booleans())
    def forward(self, name: str, to_supply: bool) -> None:
        unit = self.office.supply if to_supply else self.office.body
        self.try_to(actions.forward, self.letter, unit, f"call {MARK}", name=name)

    @rule(name=NAMES)
    def bring_back(self, name: str) -> None:
        self.try_to(actions.bring_back, self.letter, "not ours", name=name)

    @rule(name=NAMES)
    def ask(self, name: str) -> None:
        self.try_to(actions.ask, self.letter, "Which house?", name=name)

    @rule()
    def explain(self) -> None:
        self.try_as_asker(actions.clarify, f"Number 4, {MARK}")

    @rule(name=NAMES)
    def go_on(self, name: str) -> None:
        self.try_to(actions.go_on, self.letter, name=name)

    @rule(name=NAMES)
    def extend(self, name: str) -> None:
        self.try_to(actions.extend, self.letter, "complex", name=name)

    @rule(name=NAMES, words=st.sampled_from(["It is back.", "It comes back tonight."]))
    def write(self, name: str, words: str) -> None:
        draft = actions.ReplyDraft(make_wording(text=words), (self.letter,), "en")
        if self.reply is None:
            self.try_to(actions.draft_reply, draft, name=name)
            found = self.row().reply
            self.reply = found.pk if found else None
        else:
            self.try_to(actions.edit_reply, self.reply, draft, name=name)

    @precondition(lambda self: self.reply is not None)
    @rule(name=NAMES)
    def hand_in(self, name: str) -> None:
        self.try_to(actions.hand_in_reply, self.reply, name=name)

    @precondition(lambda self: self.reply is not None)
    @rule()
    def read(self) -> None:
        found = reviews.review_of(f"reply:{self.reply}")
        if found is not None:
            with suppress(Anticipated, AttributeError), transaction.atomic():
                read_all(self.office, found.id, at=self.now)

    @precondition(lambda self: self.reply is not None)
    @rule(name=NAMES)
    def send(self, name: str) -> None:
        self.try_to(actions.send_reply, self.reply, name=name)

    @precondition(lambda self: self.reply is not None)
    @rule(name=NAMES)
    def drop(self, name: str) -> None:
        self.try_to(actions.drop_reply, self.reply, name=name)
        if Reply.objects.get(pk=self.reply).state == ReplyState.DROPPED:
            self.reply = None

    @rule(name=NAMES)
    def claim_to_have_told(self, name: str) -> None:
        self.try_to(actions.note_told, self.letter, Told.PHONE, name=name)

    def try_as_asker(self, act, *args) -> None:
        """Let the asker do something to the letter as they saw it."""
        with suppress(Anticipated), transaction.atomic():
            act(self.row(), *args, by=actions.ASKER, at=self.now)

    @rule(judgement=st.sampled_from(list(Judgement)))
    def judge(self, judgement: Judgement) -> None:
        self.try_as_asker(actions.judge, judgement)

    @rule()
    def reopen(self) -> None:
        before = self.row().state
        self.try_as_asker(actions.reopen, f"brown, {MARK}")
        if before == State.ANSWERED and self.row().state == State.RECEIVED:
            self.reply = None

    @rule(name=NAMES)
    def close(self, name: str) -> None:
        self.try_to(actions.close_letter, self.letter, name=name)

    @rule(name=NAMES)
    def hand_over(self, name: str) -> None:
        self.try_to(actions.hand_over, self.letter, "Roads Bureau", name=name)

    @rule(name=NAMES, end=st.sampled_from(list(End)))
    def set_aside(self, name: str, end: End) -> None:
        self.try_to(actions.set_aside, self.letter, end, name=name)

    @invariant()
    def a_letter_that_waits_has_one_clock_that_runs_or_stands(self) -> None:
        """Nothing but an answer or the end stops a clock; while the asker is asked it may stand still."""
        row = self.row()
        owed = [one for one in clocks.clocks_of(f"letter:{row.pk}", at=self.now) if one.owed]
        assert len(owed) == (1 if row.state in OWED else 0)
        if owed and row.state != State.CLARIFYING:
            assert owed[0].state in ("running", "breached")

    @invariant()
    def an_answer_passed_its_gate_on_exactly_its_text(self) -> None:
        """No letter is answered by a text that three others have not passed."""
        row = self.row()
        assert (row.answered_at is not None) == bool(row.told)
        if row.answered_at is not None:
            reply = row.reply
            assert reply is not None
            assert reply.state == ReplyState.SENT
            assert row.forgotten_at or reviews.passage(f"reply:{reply.pk}", reply.content_hash) is not None

    @invariant()
    def a_contact_is_kept_while_it_is_needed_and_no_longer(self) -> None:
        """Open: there. Closed: with its day, and gone when that has come."""
        row = self.row()
        contact = Contact.objects.filter(letter=row).first()
        if row.state == State.CLOSED:
            self.closed_at = self.closed_at or row.closed_at
            assert contact is None or contact.delete_at == row.closed_at + timedelta(days=30)
            assert (contact is None) == (row.forgotten_at is not None) == (row.code_hash is None)
        else:
            assert contact is not None
            assert contact.delete_at is None

    @invariant()
    def nobody_reads_the_askers_name(self) -> None:
        """Whatever the asker wrote, their name stands nowhere that others read."""
        row = self.row()
        assert MARK not in row.title + row.text
        assert not row.steps.filter(text__contains=MARK).exists()

    @invariant()
    def closed_stays_closed_and_a_letter_is_opened_again_once(self) -> None:
        """Nothing leads back from the end."""
        if self.closed_at is not None:
            assert self.row().state == State.CLOSED
        assert self.row().steps.filter(kind="reopened").count() <= 1


@pytest.mark.slow
@pytest.mark.django_db
def test_a_letter_is_owed_until_it_is_answered_and_its_contact_goes_when_it_ends() -> None:
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=20,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            # Making a failing life shorter takes minutes on a database; its steps are printed as they are.
            phases=[Phase.reuse, Phase.generate],
        ),
    )
