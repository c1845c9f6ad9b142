"""Two worker processes with separate data folders and one PostgreSQL, as two hosts have: one worker's stories."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from django.db import connection

from answerable.listening.sources.queries import arrivals, waiting_arrivals
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.grouping import _item
from answerable.listening.stories.models import Placement
from storystream.pipeline import Settings, Stream
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import publish
from tests.battery.test_d2_group_workers import MATTERS, expected_of

ITEMS = 150
#: What a host runs: small batches until nothing waits, and how many of them it did itself.
LIFE = """
import sys
import django
django.setup()
from datetime import timedelta
from time import sleep
from answerable.listening.sources.queries import waiting_arrivals
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.models import Placement
from tests.answerable.listening.sources.makers import NOON
from tests.battery.test_d2_group_workers import one_batch
print("ready", flush=True)
sys.stdin.readline()
at, placed = NOON + timedelta(days=1), 0
for step in range(2000):
    if not waiting_arrivals():
        break
    if keeping.take_lease(sys.argv[1], at=at):
        one_batch(sys.argv[1], at)
        placed += 1
    sleep(0.02)
print(placed)
"""


def address():
    """The test's database as an address that another process can be given."""
    given = connection.settings_dict
    who = quote(given["USER"] or "", safe="") + (f":{quote(given['PASSWORD'])}" if given["PASSWORD"] else "")
    more = urlencode({"host": given["HOST"], **({"port": given["PORT"]} if given["PORT"] else {})})
    return f"postgresql://{who}@/{quote(given['NAME'])}?{more}"


def host(name, folder):
    """Start a worker as another host would: a process with a data folder of its own."""
    environment = {**os.environ, "ANSWERABLE_DATA": str(folder / name), "ANSWERABLE_DATABASE_URL": address()}
    environment["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    return subprocess.Popen(
        [sys.executable, "-c", LIFE, name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=Path(__file__).resolve().parent.parent.parent,
    )


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is a file on one host")
@pytest.mark.django_db(transaction=True)
def test_two_hosts_on_one_postgresql_give_the_stories_of_one_worker(tmp_path, tally):
    keeping.MEMORY.let_go()
    keeping.warm_up()
    for number in range(ITEMS):
        at = NOON + timedelta(minutes=number)
        publish(MATTERS[number % 5].format(number * 7 % 50 + 2), paper=f"Paper {number % 4}", at=at)
    alone = Stream(Settings())
    expected = expected_of(alone, [_item(row) for row in arrivals(ITEMS)])
    hosts = [host(name, tmp_path) for name in ("one", "two")]
    for one in hosts:
        assert one.stdout.readline() == "ready\n"
    for one in hosts:
        one.stdin.write("go\n")
        one.stdin.flush()
    batches = [int(one.communicate(timeout=120)[0]) for one in hosts]
    assert [one.returncode for one in hosts] == [0, 0]
    assert not waiting_arrivals()
    assert min(batches) > 0, "one host did all the work: nothing is shown"
    placed = Placement.objects.values_list("pk", "story__number", "fold_of")
    assert {pk: (story, fold) for pk, story, fold in placed} == expected
    keeping.MEMORY.let_go()
    assert keeping.stream_now().stream.digest() == alone.digest()
    tally(cases=len(expected))
