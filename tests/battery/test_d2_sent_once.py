"""D2: senders are killed between sending and noting, again and again: a receiver knows each message by its one id.

A message may come twice, and over a network nobody can do better; what must not be is that the same news has two ids,
because then the receiver acts twice. The control sends with a number of its own for each try.
"""

import os
import random
import signal
import uuid

import pytest
from django.db import connections

from answerable.egress.webhooks import send_webhook
from answerable.kernel import clock
from answerable.listening.sources.queries import arrivals
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.grouping import _item
from answerable.office.notices import actions, jobs
from answerable.office.notices.models import Notice, Parcel
from storystream.pipeline import Settings, Stream
from tests.answerable.listening.sources.makers import NOON as MONDAY
from tests.answerable.listening.stories.makers import publish
from tests.answerable.office.notices.makers import KEY, make_webhook, tell
from tests.answerable.office.notices.receiver import Receiver
from tests.answerable.office.people.makers import NOON, make_member
from tests.battery.conftest import FULL
from tests.battery.test_d2_group_workers import MATTERS, expected_of

pytestmark = pytest.mark.django_db(transaction=True)
KILLS = 120 if FULL else 20


def killed_after_sending():
    """A sender's life: pack, claim, send one parcel, and be killed before the outcome is noted."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            actions.pack_due(at=clock.now())
            for parcel in actions.claim_parcels(1, at=clock.now()):
                jobs.deliver(parcel, at=clock.now())
            os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(1)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def due_again():
    """The leases of the dead have ended."""
    Parcel.objects.exclude(next_try_at=None).update(next_try_at=clock.now(), claimed_until=None)


def ids_of(receiver):
    """What the receiver knows: the ids under which each piece of news came."""
    found = {}
    for number, (headers, _body) in enumerate(receiver.calls):
        for notice in receiver.payload(number)["notices"]:
            found.setdefault(notice["key"], set()).add(headers["webhook-id"])
    return found


def test_however_often_a_sender_dies_a_message_comes_and_has_one_id(tally):
    chance = random.Random(20_261_123)
    ada, told, killed = make_member("Ada"), 0, 0
    with Receiver() as receiver:
        make_webhook(ada, receiver.url)
        while killed < KILLS:
            for _news in range(chance.randint(0, 2)):
                tell(ada.person, key=f"signal:{told}", at=NOON)
                told += 1
            killed += killed_after_sending()
            due_again()
        while Notice.objects.filter(state="queued").exists():
            jobs.send_due.call()
            due_again()
        known = ids_of(receiver)
        again = len(receiver.calls) - told
    lost = {f"signal:{number}" for number in range(told)} - set(known)
    assert lost == set()
    assert {key: ids for key, ids in known.items() if len(ids) > 1} == {}
    assert again > 0, "no message was ever sent twice: the kills came too early"
    tally(cases=told, faults=killed, lost=len(lost))


def test_the_control_that_counts_its_tries_gives_one_message_two_ids(settings, tally):
    payload = {"type": "notices", "notices": [{"key": "signal:1"}]}
    with Receiver() as receiver:
        for _life in range(2):  # the first died before it could note that it had sent
            send_webhook(
                receiver.url,
                payload,
                secrets=[KEY],
                message_id=f"try_{uuid.uuid4()}",
                at=clock.now(),
                policy=settings.EGRESS_POLICY,
            )
        assert len(ids_of(receiver)["signal:1"]) == 2
    tally(cases=1, faults=1, control=True)


def test_the_control_of_two_streams_that_know_nothing_of_each_other_tells_other_stories(tally):
    """What the lease is for: two who each group half of the arrivals find two stories where there is one."""
    keeping.MEMORY.let_go()
    texts = arrivals_of(30)
    alone = {story for story, _fold in expected_of(Stream(Settings()), texts).values()}
    apart = [
        {story for story, _fold in expected_of(Stream(Settings()), texts[half::2]).values()}
        for half in (0, 1)
    ]
    assert sum(map(len, apart)) > len(alone)
    tally(cases=30, faults=1, control=True)


def arrivals_of(count):
    """Texts on five matters, as the stream gets them."""
    for number in range(count):
        publish(MATTERS[number % 5].format(12), paper=f"Paper {number % 4}", at=MONDAY)
    return [_item(row) for row in arrivals(count)]
