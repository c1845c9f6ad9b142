"""A contact is gone when its time is over: from every table, the search, the files, the mails that wait, the logs."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from answerable.kernel.trail.models import Entry
from answerable.office.notices.models import Letter as HouseLetter
from answerable.response.letters import actions, queries
from answerable.response.letters.actions import files
from answerable.response.letters.models import Contact, Letter, Outgoing, Sheet
from answerable.response.letters.rules.attachments import Piece
from answerable.response.letters.rules.incoming import read_mail
from answerable.response.letters.rules.matter import Contact as Way
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import (
    answered,
    drafted,
    forwarded,
    fresh_keys,
    make_inquiry,
    make_letter,
    make_mail,
    make_office,
)

#: Words that occur nowhere else: whoever finds one has found a copy.
MARKS = ("Xanthippe Quillfeather", "xanthippe.quill@feather.example", "13977771234", "Quillhouse Lane 77")
ASKER = Way(*MARKS)
TEXT = f"I am {MARKS[0]} of {MARKS[3]}, call {MARKS[2]} or write {MARKS[1]}: no water for days."
LATER = NOON + timedelta(days=100)


def every_value():
    """Everything that any table of the database says."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [str(value) for row in cursor.fetchall() for value in row]
    return "\n".join(found)


def live_through_it(office):
    """A letter of the asker through all its states, with a file, a mail, a telephone note and a file of letters."""
    letter = make_letter(
        text=TEXT,
        title=f"Water for {MARKS[0]}",
        contact=ASKER,
        pieces=(Piece(f"{MARKS[0]}.txt", TEXT.encode()),),
    )
    actions.ask(letter.pk, "Which house?", by=office.ada, at=NOON)
    actions.clarify(Letter.objects.get(pk=letter.pk), TEXT, by=actions.ASKER, at=NOON)
    actions.forward(letter.pk, office.supply, f"call {MARKS[2]}", by=office.ada, at=NOON)
    actions.look_at_contact(letter.pk, by=office.ada, at=NOON)
    actions.take_mail(read_mail(make_mail(From=f"{MARKS[0]} <{MARKS[1]}>", text=TEXT)), fresh_keys(), at=NOON)
    by_mail = Letter.objects.get(way="mail")
    actions.mask_more(by_mail.pk, f"{MARKS[2]}\n{MARKS[3]}", by=office.ada, at=NOON)
    make_letter(way="hand", text=TEXT, contact=ASKER, by=office.ada)
    rows = [["text", "received", "name", "phone"], [TEXT, "2026-03-01", MARKS[0], MARKS[2]]]
    actions.hand_in_sheet(actions.File("calls.csv", b"x", rows), by=office.ada, at=NOON)
    inquiry = make_inquiry(office, contact=ASKER, question=TEXT)
    actions.decline_inquiry(inquiry, f"told {MARKS[0]}", by=office.ada, at=NOON)
    for row in Letter.objects.exclude(state="forwarded"):
        actions.hand_over(row.pk, "Roads Bureau", by=office.ada, at=NOON)
    actions.bring_back(letter.pk, "roads", by=office.chen, at=NOON)
    actions.hand_over(letter.pk, "Roads Bureau", by=office.ada, at=NOON)


def test_no_row_of_any_table_holds_a_contact_when_its_time_is_over(office, caplog):
    caplog.set_level(logging.DEBUG)
    live_through_it(office)
    assert actions.forget_due(at=LATER) >= 4
    said = every_value()
    assert [mark for mark in MARKS if mark in said] == []
    assert [mark for mark in MARKS if mark in caplog.text] == []
    assert not Contact.objects.exists()
    assert not Outgoing.objects.exists()
    assert not HouseLetter.objects.exists()


def test_while_a_letter_is_open_its_contact_stands_nowhere_in_plain_words(office):
    make_letter(text=TEXT, title=f"Water for {MARKS[0]}", contact=ASKER)
    assert HouseLetter.objects.count() == 1
    said = every_value()
    assert [mark for mark in MARKS if mark in said] == []


def test_nothing_is_found_by_a_contact_before_or_after(office):
    make_letter(text=TEXT, contact=ASKER)
    for words in ("Quillfeather", "13977771234", "Quillhouse"):
        assert queries.table(office.ada, queries.Wish(tab="all", words=words), at=NOON).total == 0
    assert queries.table(office.ada, queries.Wish(tab="all", words="no water"), at=NOON).total == 1


def test_the_files_of_an_asker_leave_the_disk(office, django_capture_on_commit_callbacks):
    make_letter(text=TEXT, contact=ASKER, pieces=(Piece("a.txt", TEXT.encode()),))
    actions.hand_over(Letter.objects.get().pk, "Roads Bureau", by=office.ada, at=NOON)
    assert len(list(files.folder().iterdir())) == 1
    with django_capture_on_commit_callbacks(execute=True):
        actions.forget_due(at=LATER)
    assert list(files.folder().iterdir()) == []
    assert queries.letter_page(office.ada, Letter.objects.get().pk, at=LATER).files[0].name == ""


def test_a_name_that_came_into_the_answer_later_is_masked_in_it(office):
    letter = answered(office, contact=ASKER, text="no water for days in the lane")
    drafted(office, forwarded(office))
    letter.reply.text = f"Dear {MARKS[0]}, the water is back."
    letter.reply.save()
    actions.close_letter(letter.pk, by=office.ada, at=NOON)
    actions.forget_due(at=LATER)
    assert every_value().count(MARKS[0]) == 0


def test_a_contact_stays_while_a_letter_is_open_and_until_its_day(office):
    letter = make_letter(contact=ASKER)
    actions.forget_due(at=LATER)
    assert Contact.objects.count() == 1
    actions.hand_over(letter.pk, "Roads Bureau", by=office.ada, at=LATER)
    actions.forget_due(at=LATER + timedelta(days=29))
    assert Contact.objects.count() == 1
    assert actions.forget_due(at=LATER + timedelta(days=30)) == 1


def test_the_page_of_a_forgotten_letter_opens_no_more_and_its_matter_stays(office):
    draft_keys = fresh_keys()
    letter = make_letter(contact=ASKER, keys=draft_keys)
    actions.hand_over(letter.pk, "Roads Bureau", by=office.ada, at=NOON)
    assert queries.follow_up(draft_keys.code, at=NOON).reference == letter.reference
    actions.forget_due(at=LATER)
    row = Letter.objects.get()
    assert row.code_hash is None
    assert row.forgotten_at == LATER
    assert "No water" in row.title


def test_forgetting_leaves_a_trail_of_what_was_forgotten_and_not_of_whom(office):
    letter = make_letter(contact=ASKER)
    actions.hand_over(letter.pk, "Roads Bureau", by=office.ada, at=NOON)
    actions.forget_due(at=LATER)
    assert Entry.objects.filter(act="letters.forgotten", thing=f"letter:{letter.pk}").exists()


def test_a_contact_sealed_by_another_installation_is_deleted_all_the_same(office):
    letter = make_letter(contact=ASKER)
    actions.hand_over(letter.pk, "Roads Bureau", by=office.ada, at=NOON)
    Contact.objects.update(sealed="not ours")
    assert actions.forget_due(at=LATER) == 1


def test_a_file_of_letters_that_nobody_took_over_is_emptied_after_a_week(office):
    rows = [["text", "received", "name"], [TEXT, "2026-03-01", MARKS[0]]]
    actions.hand_in_sheet(actions.File("calls.csv", b"x", rows), by=office.ada, at=NOON)
    actions.forget_due(at=NOON + timedelta(days=6))
    assert Sheet.objects.get().sealed_lines
    actions.forget_due(at=NOON + timedelta(days=7))
    assert (Sheet.objects.get().sealed_lines, Sheet.objects.get().state) == ("", "dropped")


def bytes_on_disk():
    """Everything that the database keeps in files, journals included."""
    place = Path(str(connection.settings_dict["NAME"]))
    return b"".join(path.read_bytes() for path in place.parent.glob(f"{place.name}*"))


@pytest.mark.one_database
@pytest.mark.django_db(transaction=True)
def test_no_byte_of_the_database_files_holds_a_contact_when_its_time_is_over(settings, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps old rows until it vacuums; the tables are looked at above")
    live_through_it(make_office())
    sealed = list(Contact.objects.values_list("sealed", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = bytes_on_disk()
    assert all(text[:200].encode() in before for text in sealed), "this test would not see a copy"
    actions.forget_due(at=LATER)
    kept = bytes_on_disk()
    assert [mark for mark in MARKS if mark.encode() in kept] == []
    assert [text[:60] for text in sealed if text[40:200].encode() in kept] == []
    assert not [path for path in files.folder().rglob("*") if path.is_file()]
