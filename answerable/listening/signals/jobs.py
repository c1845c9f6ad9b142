"""Slow work of the room: counting, telling, trying out."""

from django_tasks import task

from answerable.kernel import clock
from answerable.kernel.jobs.actions import enqueue_once
from answerable.listening.signals.actions.answering import answer_trial
from answerable.listening.signals.actions.raising import count_all, end_forgotten
from answerable.listening.signals.actions.telling import tell_due
from answerable.listening.signals.events import SignalRaised, TrialAsked


@task
def watch_counts() -> None:
    """Count stories and watches, raise what grew, tell whom it concerns."""
    now = clock.now()
    count_all(at=now)
    end_forgotten(at=now)
    tell_due(at=now)


@task
def tell_signals() -> None:
    """Tell the signals whose time has come."""
    tell_due(at=clock.now())


@task
def answer_trials(trial: int) -> None:
    """Try a watch's words on the body's own history."""
    answer_trial(trial, at=clock.now())


def queue_telling(event: SignalRaised) -> None:
    """Let a worker tell people, once the signal is written down."""
    enqueue_once(tell_signals, "signals.tell_signals")


def queue_trial(event: TrialAsked) -> None:
    """Let a worker answer a trial."""
    enqueue_once(answer_trials, f"signals.answer_trials:{event.trial}", trial=event.trial)
