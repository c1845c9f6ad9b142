"""A stream under any order of calls: nothing lost, nothing doubled, and save and load change nothing."""

import os
import subprocess
import sys
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule

from storystream.pipeline import Stream
from tests.storystream.makers import START, make_item


class Life(RuleBasedStateMachine):
    """Two streams live the same life; one of them is saved and loaded whenever chance says."""

    regroupings = Bundle("regroupings")

    def __init__(self):
        super().__init__()
        self.one, self.other = Stream(), Stream()
        self.items = {}
        self.now = 0
        self.issued = set()

    def both(self, call):
        first, second = call(self.one), call(self.other)
        assert first == second
        return first

    def take(self, items):
        outcomes = self.both(lambda stream: stream.absorb_many(items))
        for item, outcome in zip(items, outcomes, strict=True):
            assert outcome.item == item.id
            self.items[item.id] = item
            self.issued.add(outcome.story)

    @rule(count=st.integers(1, 12))
    def items_come(self, count):
        self.take([make_item(self.now + place) for place in range(count)])
        self.now += count

    @rule(number=st.integers(0, 400), late=st.integers(0, 120))
    def a_late_one_comes(self, number, late):
        self.take(
            [make_item(number, published_at=START + timedelta(minutes=20 * self.now) - timedelta(hours=late))]
        )

    @rule(number=st.integers(0, 60), words=st.sampled_from(["", "Ferry stranded", "医院回应"]))
    def one_is_revised(self, number, words):
        item = make_item(number, title=words)
        before = self.one.story_of(item.id)
        outcome = self.both(lambda stream: stream.revise(item))
        assert before in (None, outcome.story)
        self.items[item.id] = item

    @rule(hours=st.integers(0, 30), target=regroupings)
    def an_hour_passes(self, hours):
        at = START + timedelta(minutes=20 * self.now, hours=hours)
        self.now += 3 * hours
        return multiple(*self.both(lambda stream: stream.tend(at)))

    @rule(pick=st.randoms(use_true_random=False), target=regroupings)
    def a_person_merges(self, pick):
        held = sorted({self.one.story_of(item) for item in self.items} - {None})
        if len(held) < 2:
            return multiple()
        keep, other = pick.sample(held, 2)
        return self.both(lambda stream: stream.merge(keep, other))

    @rule(pick=st.randoms(use_true_random=False), target=regroupings)
    def a_person_splits(self, pick):
        held = sorted(item for item in self.items if self.one.story_of(item) is not None)
        if not held:
            return multiple()
        story = self.one.story_of(pick.choice(held))
        members = [item for item in held if self.one.story_of(item) == story]
        chosen = pick.sample(members, pick.randint(1, len(members)))
        done = self.both(lambda stream: stream.split(story, chosen))
        assert done.after not in self.issued
        self.issued.add(done.after)
        assert {self.one.story_of(item) for item in chosen} == {done.after}
        return done

    @rule(done=regroupings)
    def it_is_undone(self, done):
        back = self.both(lambda stream: stream.undo(done))
        assert all(self.one.story_of(item) == done.before for item in back.moved)

    @rule()
    def one_is_restarted(self):
        self.other = Stream.load(self.other.save())

    def teardown(self):
        assert self.one.digest() == self.other.digest()

    @invariant()
    def what_is_held_lies_in_one_story(self):
        for item in self.items:
            assert self.one.story_of(item) == self.other.story_of(item)


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=6,  # a life costs .3 CPU seconds before its first step and 2 ms a step: few lives, long ones
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)

SCRIPT = """
from storystream.pipeline import Stream
from tests.storystream.makers import make_items
stream = Stream()
stream.absorb_many(make_items(200))
print(stream.digest())
"""


def digest_in_a_process(**surroundings):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONPATH": os.getcwd(), **surroundings},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_two_hash_seeds_give_the_same_stories():
    assert digest_in_a_process(PYTHONHASHSEED="1") == digest_in_a_process(PYTHONHASHSEED="4242")


def test_plain_python_gives_the_stories_that_machine_code_gives():
    assert digest_in_a_process(STORYSTREAM_PLAIN="1") == digest_in_a_process()
