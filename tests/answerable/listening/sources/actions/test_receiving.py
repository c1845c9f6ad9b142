import pytest

from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.kernel.sealing import unseal
from answerable.listening.sources import actions
from answerable.listening.sources.actions.receiving import LARGEST_FILE
from answerable.listening.sources.models import FileImport, Item
from tests.answerable.listening.sources.makers import NOON, make_source
from tests.answerable.listening.sources.readings import entry, read, refused

pytestmark = pytest.mark.django_db


def test_a_file_larger_than_twenty_megabytes_is_refused():
    source = make_source(kind="file")
    with pytest.raises(Anticipated, match="larger than 20 MB"):
        actions.hand_in_file(source.pk, "a.csv", b"x" * (LARGEST_FILE + 1), by=MACHINE, at=NOON)


def test_only_who_keeps_the_source_hands_in_files():
    source = make_source(kind="file")
    with pytest.raises(NotAllowed):
        actions.hand_in_file(source.pk, "a.csv", b"x", by=NOBODY, at=NOON)


def test_a_preview_lists_every_refused_row():
    pk = actions.hand_in_file(make_source(kind="file").pk, "a.csv", b"x", by=MACHINE, at=NOON)
    actions.note_preview(pk, refused("bad_row", why="it is empty").reading)
    row = FileImport.objects.get()
    assert (row.state, row.refused) == (
        "refused",
        [{"row": "", "code": "bad_row", "details": {"why": "it is empty"}}],
    )


def test_a_file_nobody_accepted_is_not_taken():
    pk = actions.hand_in_file(make_source(kind="file").pk, "a.csv", b"x", by=MACHINE, at=NOON)
    assert actions.take_file(pk, read(entry("fire")).reading, at=NOON) is None
    assert Item.objects.count() == 0


def test_a_call_to_a_door_that_is_not_there_is_not_found():
    with pytest.raises(NotFound):
        actions.receive_call(7, "id", read(entry("fire")).reading, at=NOON)


def test_a_renewed_secret_keeps_the_one_before_it_for_a_while():
    source = make_source(kind="webhook")
    first = actions.renew_secret(source.pk, b"1" * 32, by=MACHINE, at=NOON)
    second = actions.renew_secret(source.pk, b"2" * 32, by=MACHINE, at=NOON)
    source.refresh_from_db()
    opened = {name: unseal(kept) for name, kept in source.secrets.items()}
    assert opened == {"secret": second, "old_secret": first}


def test_what_is_not_there_cannot_be_dropped():
    with pytest.raises(NotFound):
        actions.drop_file(5, by=MACHINE, at=NOON)
