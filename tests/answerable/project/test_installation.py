"""An installation is brought up to date, and a newer database is refused."""

import pytest
from django.db.migrations.recorder import MigrationRecorder

from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.models import Entry
from answerable.office.clocks import queries as clocks
from answerable.project.installation import compile_core, database_places, make_ready, refuse_newer_schema

pytestmark = pytest.mark.django_db


def test_a_database_of_this_version_is_accepted():
    refuse_newer_schema()


def test_a_database_of_a_newer_version_is_refused_with_a_next_step():
    MigrationRecorder.Migration.objects.create(app="sources", name="9999_from_the_future")
    with pytest.raises(Anticipated) as refusal:
        refuse_newer_schema()
    assert "9999_from_the_future" in str(refusal.value)
    assert "backup" in str(refusal.value.next_step)


def test_making_ready_twice_changes_nothing():
    told = []
    make_ready(told.append, static=False)
    make_ready(told.append, static=False)
    assert len(told) == 2


def test_a_house_without_a_plan_gets_its_starting_clocks_once():
    make_ready([].append, static=False)
    assert clocks.rule("e-concern") is not None
    make_ready([].append, static=False)
    assert Entry.objects.filter(act="plan.adopt_start").count() == 1


def test_the_story_engine_is_compiled_before_anything_waits_for_it():
    told = []
    compile_core(told.append)
    assert told == ["Compiling the story engine (about a minute the first time)"]


@pytest.mark.parametrize(
    ("database", "known"),
    [
        (
            {"ENGINE": "django.db.backends.postgresql", "HOST": "127.0.0.1", "PORT": "5433"},
            {("127.0.0.1", 5433)},
        ),
        ({"ENGINE": "django.db.backends.postgresql", "HOST": "/run/postgresql"}, set()),
        ({"ENGINE": "django.db.backends.sqlite3"}, set()),
    ],
)
def test_the_wall_of_a_worker_knows_where_its_database_is(database, known):
    assert database_places(database) == known
