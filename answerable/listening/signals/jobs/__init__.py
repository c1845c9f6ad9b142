"""Slow work of the room: counting, telling, trying out.

The tasks are light, so that a page that queues one does not load the early warning with its compiled core.
"""

from datetime import datetime

from django_tasks import task

from answerable.kernel import clock
from answerable.kernel.jobs.actions import enqueue_once
from answerable.listening.signals.actions.telling import tell_due
from answerable.listening.signals.events import SignalRaised, TrialAsked


@task
def watch_counts() -> None:
    """Count stories and watches, raise what grew, tell whom it concerns."""
    now = clock.now()
    count_now(at=now)
    tell_due(at=now)


def count_now(*, at: datetime) -> int:
    """Count as if it were `at`, without a clock and without telling anybody: for replays. Gives the signals raised."""
    from answerable.listening.signals.actions import raising  # noqa: PLC0415 - only workers load the early warning

    raised = raising.count_all(at=at)
    raising.end_forgotten(at=at)
    return raised


@task
def tell_signals() -> None:
    """Tell the signals whose time has come."""
    tell_due(at=clock.now())


@task
def answer_trials(trial: int) -> None:
    """Try a watch's words on the body's own history."""
    from answerable.listening.signals.actions.answering import answer_trial  # noqa: PLC0415 - as above

    answer_trial(trial, at=clock.now())


def queue_telling(event: SignalRaised) -> None:
    """Let a worker tell people, once the signal is written down."""
    enqueue_once(tell_signals, "signals.tell_signals")


def queue_trial(event: TrialAsked) -> None:
    """Let a worker answer a trial."""
    enqueue_once(answer_trials, f"signals.answer_trials:{event.trial}", trial=event.trial)
