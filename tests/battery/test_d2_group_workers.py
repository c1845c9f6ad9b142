"""Two workers group, one of them is killed at a random moment, again and again: the stories are those of one worker.

The workers are forked, as in `test_d1_kill`. A worker holds the lease for one small batch and gives it back, so that
kills hit every moment: with the lease, without it, between a step and its answer, inside the transaction.
"""

import os
import random
import signal
import time
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, connections

from answerable.kernel.errors import Moved
from answerable.listening.sources.queries import arrivals, waiting_arrivals
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.grouping import _item, place_arrivals, tell_decisions
from answerable.listening.stories.models import Placement
from storystream.pipeline import Settings, Stream
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import publish

#: Kills; ANSWERABLE_GROUP_KILLS asks for more before a release.
KILLS = int(os.environ.get("ANSWERABLE_GROUP_KILLS", "6"))
ITEMS_A_ROUND = 36
A_BATCH = 3
MATTERS = (
    "Water main bursts in Mill Lane, {} homes without water",
    "Council closes the old harbour bridge for {} weeks of repairs",
    "城东水厂今晚停水检修，{}户居民受影响",
    "Fire in the market hall, {} stalls burnt",
    "市第一医院门诊楼起火，{}人疏散",
)


def one_batch(name, at):
    """What the job does once, in a batch as small as can be."""
    if not keeping.take_lease(name, at=at):
        return
    try:
        tell_decisions(lease=name, at=at)
        place_arrivals(lease=name, limit=A_BATCH, at=at)
    except Moved:
        keeping.MEMORY.let_go()
    finally:
        keeping.give_back_lease(name)


def live(name, at):
    """A worker's life: batches until nothing waits."""
    for step in range(2000):
        try:
            if not waiting_arrivals():
                return
            one_batch(name, at + timedelta(seconds=70 * step))
        except DatabaseError:  # the other was killed with a lock in its hand; the job is tried again
            connection.close()


def forked(name, at):
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            live(name, at)
            code = 0
        finally:
            os._exit(code)
    return pid


def expected_of(stream, texts):
    """What one stream, alone and at once, says of the same arrivals."""
    return {
        int(outcome.item): (outcome.story, int(outcome.fold) if outcome.fold else None)
        for outcome in stream.absorb_many(texts)
    }


@pytest.mark.django_db(transaction=True)
def test_stories_are_those_of_one_worker_although_one_of_two_is_killed_again_and_again(tally):
    chance = random.Random(20_261_124)
    alone, expected, at, killed = Stream(Settings()), {}, NOON, 0
    keeping.MEMORY.let_go()  # what an earlier test of this process knew is of another database
    keeping.warm_up()
    for turn in range(1, 20 * KILLS):
        for number in range(ITEMS_A_ROUND):
            time_of = at + timedelta(minutes=number)
            publish(
                MATTERS[number % 5].format(turn * number % 50 + 2), paper=f"Paper {number % 4}", at=time_of
            )
        expected |= expected_of(alone, [_item(row) for row in arrivals(ITEMS_A_ROUND)])
        at += timedelta(hours=8)
        connections.close_all()
        pids = [forked(f"w{turn}-{number}", at) for number in range(2)]
        time.sleep(chance.uniform(0.0, 0.4))
        os.kill(pids[0], signal.SIGKILL)
        _pid, status = os.waitpid(pids[0], 0)
        killed += os.WIFSIGNALED(status)
        _pid, status = os.waitpid(pids[1], 0)
        assert status == 0, "the worker that was left alone broke"
        assert not waiting_arrivals()
        if killed >= KILLS:
            break
    assert killed >= KILLS, "the workers were done before they could be killed"
    placed = Placement.objects.values_list("pk", "story__number", "fold_of")
    assert {pk: (story, fold) for pk, story, fold in placed} == expected
    keeping.MEMORY.let_go()
    assert keeping.stream_now().stream.digest() == alone.digest()
    tally(cases=len(expected), faults=killed)
