import pytest

from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.kernel.sealing import seal
from answerable.listening.sources import actions, queries
from answerable.listening.sources.queries import intake
from tests.answerable.listening.sources.makers import NOON, make_source

pytestmark = pytest.mark.django_db


def test_only_a_file_that_waits_has_something_to_do():
    pk = actions.hand_in_file(make_source(kind="file").pk, "a.csv", b"abc", by=MACHINE, at=NOON)
    assert intake.import_content(pk).content == b"abc"
    actions.drop_file(pk, by=MACHINE, at=NOON)
    assert intake.import_content(pk) is None


def test_imports_are_seen_by_those_who_keep_the_source():
    pk = actions.hand_in_file(make_source(kind="file").pk, "a.csv", b"abc", by=MACHINE, at=NOON)
    assert queries.import_page(MACHINE, pk).file_name == "a.csv"
    with pytest.raises(NotAllowed):
        queries.import_page(NOBODY, pk)
    assert [name for _pk, name, _state, _at in queries.imports_of(make_source(kind="file").pk)] == []


@pytest.mark.parametrize("ask", [intake.import_page, intake.lookup_page, intake.source_to_edit])
def test_what_is_not_there_is_not_found(ask):
    with pytest.raises(NotFound):
        ask(MACHINE, 99)


def test_a_door_gives_its_secrets_only_while_it_is_open():
    door = make_source(kind="webhook", secrets={"secret": seal("s")})
    assert queries.door(door.pk).settings == {"secret": "s"}
    door.state = "paused"
    door.save()
    with pytest.raises(NotFound):
        queries.door(door.pk)


def test_outlines_hold_feeds_alone():
    make_source(kind="page", address="https://a.example/")
    make_source(kind="feed", address="https://b.example/f", name="B")
    assert [one.address for one in intake.outlines(MACHINE)] == ["https://b.example/f"]
