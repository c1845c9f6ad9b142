"""D7: whoever makes a backup or publishes the site is killed at random moments: nothing half is ever shown or kept.

The makers are forked from this process. A backup lies under its name only when it can be read to its end; a page of
the site is whole at every moment; and what was withdrawn after a kill is gone after the next publishing.
"""

import os
import random
import signal
import time
from datetime import timedelta

import pytest
from django.db import connections

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated
from answerable.office.operations import actions
from answerable.office.operations.kinds import archive
from answerable.response.answers.models import Answer, Version
from answerable.response.answers_site.publishing import folder as publishing
from tests.answerable.office.operations.conftest import kept, lived
from tests.answerable.office.operations.makers import NOON
from tests.answerable.office.review.makers import make_office
from tests.answerable.response.answers.makers import make_published
from tests.answerable.response.answers_site.makers import multiply
from tests.battery.conftest import FULL

__all__ = ["kept", "lived"]
pytestmark = pytest.mark.django_db(transaction=True)
KILLS = 60 if FULL else 8


def life(act):
    """Fork a process that does one thing; gives its id."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(0)
    return child


def how_long(act):
    """How long the thing takes here and now, when nobody is killed."""
    began = time.monotonic()
    os.waitpid(life(act), 0)
    return time.monotonic() - began


def kill_after(act, seconds):
    """Begin the thing and kill it so much later; says whether it was still at work."""
    child = life(act)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def make_naively(target, content):
    """The control: written under its own name piece by piece."""
    with target.open("wb") as file:
        for start in range(0, len(content), 4096):
            file.write(content[start : start + 4096])
            file.flush()
            time.sleep(0.05)


def is_whole(path):
    """Whether a backup can be read to its end and is as it was made."""
    try:
        archive.verify(path)
    except Anticipated:
        return False
    return True


def test_a_backup_lies_under_its_name_only_when_it_is_whole(kept, lived, settings, tally):
    chance = random.Random(20_261_123)
    for number in range(40):
        (settings.MEDIA_ROOT / f"{number}.bin").write_bytes(chance.randbytes(100_000))
    moments = iter(NOON + timedelta(minutes=number) for number in range(1000))
    usual = how_long(lambda: actions.back_up(settings.BACKUPS, by=MACHINE, at=NOON - timedelta(days=1)))
    killed = 0
    for _ in range(KILLS):
        at = next(moments)
        hit = kill_after(
            lambda at=at: actions.back_up(settings.BACKUPS, by=MACHINE, at=at), chance.uniform(0, usual)
        )
        killed += hit
        usual *= 1 if hit else 0.6  # it goes faster now than when it was measured
    made = sorted(settings.BACKUPS.glob("answerable-*.tar.gz"))
    assert killed > KILLS // 3
    assert made
    half = [path for path in made if not is_whole(path)]
    assert half == []
    last = actions.back_up(settings.BACKUPS, by=MACHINE, at=next(moments))
    assert actions.drill(last.path, by=MACHINE, at=next(moments)).passed
    left = [path.name for path in settings.BACKUPS.iterdir() if path.name.startswith(".")]
    assert left == [], "what a killed maker leaves behind would fill the disk"
    tally(cases=KILLS, faults=killed, lost=len(half))


def test_the_control_written_in_place_is_found_half(kept, lived, settings, tally):
    settings.BACKUPS.mkdir()
    whole = actions.back_up(settings.BACKUPS, by=MACHINE, at=NOON).path
    target = settings.BACKUPS / "naive.tar.gz"
    content = whole.read_bytes() * 4
    child = life(lambda: make_naively(target, content))
    while not (target.exists() and target.stat().st_size):
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    assert not is_whole(target)
    tally(cases=1, faults=1, control=True)


def written(folder):
    """The pages a web server would show from a folder: {name: bytes}."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".") and path.name != publishing.MANIFEST
    }


def make_site():
    """A body with a dozen published answers."""
    make_published(make_office())
    answer = Answer.objects.get()
    multiply(answer.pk, 12)
    return answer


def test_a_power_cut_while_publishing_leaves_whole_pages_and_the_next_time_mends_it(tmp_path, tally):
    chance = random.Random(20_261_123)
    make_site()
    whole = tmp_path / "whole"
    publishing.publish(whole)
    good = written(whole)
    usual = how_long(lambda: publishing.publish(tmp_path / "timed"))
    killed = half = 0
    for number in range(KILLS):
        folder = tmp_path / f"site{number % 3}"
        killed += kill_after(lambda folder=folder: publishing.publish(folder), chance.uniform(0, usual))
        half += (
            sum(good.get(name) != body for name, body in written(folder).items()) if folder.exists() else 0
        )
    assert killed > 0
    assert half == 0
    for number in range(3):
        publishing.publish(tmp_path / f"site{number}")
        assert written(tmp_path / f"site{number}") == good
        left = list((tmp_path / f"site{number}").rglob(".*.new"))
        assert left == []
    tally(cases=KILLS, faults=killed, lost=half)


def still_public(folder, wanted):
    """Pages of things that were taken away, after a cut in the middle of showing them and a whole publishing later."""
    answer = make_site()
    publishing.publish(folder)
    before = written(folder)
    multiply(answer.pk, 15)
    os.waitpid(life(lambda: cut_before_the_manifest(folder)), 0)
    new = written(folder).keys() - before.keys()
    assert new, "the cut came too early to show anything"
    Version.objects.exclude(answer=answer).delete()
    Answer.objects.exclude(pk=answer.pk).delete()
    yield new
    publishing.publish(folder)
    publishing.publish(wanted)
    yield written(folder).keys() - written(wanted).keys()


def test_what_was_taken_away_after_a_cut_is_gone_after_the_next_publishing(tmp_path, tally):
    steps = still_public(tmp_path / "site", tmp_path / "wanted")
    new = next(steps)
    assert next(steps) == set(), "a page that was taken away is still public"
    tally(cases=len(new), faults=1)


def test_the_control_without_its_note_of_what_was_begun_leaves_pages_public(tmp_path, tally):
    steps = still_public(tmp_path / "site", tmp_path / "wanted")
    next(steps)
    (tmp_path / "site" / publishing.BEGUN).unlink()
    assert next(steps) != set()
    tally(cases=1, faults=1, control=True)


def cut_before_the_manifest(folder):
    """Publish, and lose the power when every page is written and the manifest is not."""
    real = publishing._cleared

    def cut(*_given):
        os.kill(os.getpid(), signal.SIGKILL)

    publishing._cleared = cut
    try:
        publishing.publish(folder)
    finally:
        publishing._cleared = real
