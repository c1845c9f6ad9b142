"""Looking at a contact leaves a trail."""

import pytest

from answerable.kernel.errors import NotAllowed, NotFound
from answerable.kernel.trail.models import Entry, Payload
from answerable.response.letters import actions
from answerable.response.letters.actions import files
from answerable.response.letters.models import Contact
from answerable.response.letters.rules.attachments import Piece
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import ASKER, forwarded, make_inquiry, make_letter

PDF = Piece("bill of Zhang Wei.pdf", b"%PDF-1.7 secret words")


def test_each_look_at_a_contact_leaves_an_entry_with_who_and_without_what(office):
    letter = make_letter()
    seen = actions.look_at_contact(letter.pk, by=office.ada, at=NOON)
    actions.look_at_contact(letter.pk, by=office.ada, at=NOON)
    assert seen.email == ASKER.email
    looks = Entry.objects.filter(act="letters.look_at_contact", thing=f"letter:{letter.pk}")
    assert [entry.actor_name for entry in looks] == ["Ada", "Ada"]
    assert ASKER.email not in " ".join(Payload.objects.values_list("content", flat=True))


def test_nobody_else_sees_a_contact(office):
    letter = forwarded(office)
    for actor in (office.chen, office.boris, office.emil, office.dana, actions.ASKER):
        with pytest.raises(NotAllowed):
            actions.look_at_contact(letter.pk, by=actor, at=NOON)
    assert not Entry.objects.filter(act="letters.look_at_contact").exists()


def test_a_journalist_is_kept_and_seen_in_the_same_way(office):
    inquiry = make_inquiry(office)
    assert actions.look_at_journalist(inquiry, by=office.ada, at=NOON).phone == "13800001111"
    with pytest.raises(NotAllowed):
        actions.look_at_journalist(inquiry, by=office.chen, at=NOON)
    assert "13800001111" not in Contact.objects.get().sealed


def test_a_contact_that_is_gone_is_not_there(office):
    letter = make_letter()
    Contact.objects.all().delete()
    with pytest.raises(NotFound):
        actions.look_at_contact(letter.pk, by=office.ada, at=NOON)


def test_a_file_lies_sealed_on_the_disk_and_comes_out_as_it_came(office):
    letter = make_letter(pieces=(PDF,))
    (path,) = files.folder().iterdir()
    assert b"secret words" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    kept = letter.attachments.get()
    assert "Zhang Wei" not in kept.name
    name, body = actions.take_out_file(letter.pk, kept.pk, by=office.ada, at=NOON)
    assert (name, body) == (kept.name, PDF.body)
    with pytest.raises(NotAllowed):
        actions.take_out_file(letter.pk, kept.pk, by=office.chen, at=NOON)


def test_a_refused_file_is_listed_and_not_written(office):
    letter = make_letter(pieces=(Piece("photos.zip", b"PK\x03\x04bomb"), Piece("x.exe", b"MZ")))
    assert [row.refused for row in letter.attachments.all()] == ["archive", "program"]
    assert not files.folder().exists()


def test_a_file_that_left_the_disk_says_so(office):
    letter = make_letter(pieces=(PDF,))
    next(files.folder().iterdir()).unlink()
    with pytest.raises(NotFound):
        actions.take_out_file(letter.pk, letter.attachments.get().pk, by=office.ada, at=NOON)
