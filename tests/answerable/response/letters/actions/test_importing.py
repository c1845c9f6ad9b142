"""Letters from a file."""

from datetime import timedelta

import pytest

from answerable.kernel import events
from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.office.notices.models import Letter as HouseLetter
from answerable.response.letters import actions, queries
from answerable.response.letters.events import SheetConfirmed
from answerable.response.letters.models import Letter, Sheet
from answerable.response.letters.queries.contacts import contact_of
from tests.answerable.office.people.makers import NOON

HEADS = ["编号", "收到时间", "标题", "内容", "承办单位", "姓名", "电话", "处理人"]
ROWS = [
    [
        "HL-1",
        "2026-03-01 09:00",
        "停水",
        "磨坊巷停水两天，电话13912345678",
        "Supply Division",
        "张伟",
        "13912345678",
        "x",
    ],
    ["HL-2", "2026-02-20", "路灯", "桥头路灯坏了很多天没有人修", "", "", "", ""],
    ["HL-3", "昨天", "", "没有日期的来信", "", "", "", ""],
]
SEED = bytes(32)


def hand_in(office, rows=ROWS, by=None, body=b"file"):
    file = actions.File("热线导出.xlsx", body, [HEADS, *rows])
    return actions.hand_in_sheet(file, by=by or office.ada, at=NOON)


def take_over(office, sheet):
    actions.confirm_sheet(sheet, by=office.ada, at=NOON)
    return actions.take_over(sheet, seed=SEED, at=NOON)


def test_a_file_is_looked_at_before_anything_comes_in(office):
    sheet = hand_in(office)
    shown = queries.preview(office.ada, sheet)
    assert Letter.objects.count() == 0
    assert (shown.new, shown.known) == (2, 0)
    assert [(row.row, bool(row.why)) for row in shown.refused] == [(4, True)]
    assert shown.ignored == ("处理人",)
    assert "13912345678" not in shown.lines[0].text
    assert shown.lines[0].has_contact


def test_a_handed_in_file_keeps_no_word_of_an_asker_in_the_open(office):
    row = Sheet.objects.get(pk=hand_in(office))
    assert "张伟" not in str(Sheet.objects.filter(pk=row.pk).values().get())


def test_confirmed_rows_become_letters_with_their_unit_time_and_contact(office):
    assert take_over(office, hand_in(office)) == 2
    first = Letter.objects.get(title="停水")
    assert (first.unit_id, first.state) == (office.supply, "forwarded")
    assert contact_of(first).phone == "13912345678"
    second = Letter.objects.get(title="路灯")
    assert (second.unit_id, second.state) == (office.body, "received")
    assert first.received_at < NOON
    assert not HouseLetter.objects.exists()
    assert Sheet.objects.get().sealed_lines == ""


def test_the_same_file_again_brings_nothing_new(office):
    take_over(office, hand_in(office))
    again = hand_in(office, body=b"another export of the same")
    assert queries.preview(office.ada, again).new == 0
    assert take_over(office, again) == 0
    assert Letter.objects.count() == 2


def test_a_take_over_that_was_cut_off_goes_on_where_it_stopped(office):
    sheet = hand_in(office)
    actions.confirm_sheet(sheet, by=office.ada, at=NOON)
    actions.take_over(sheet, seed=SEED, at=NOON)
    Letter.objects.filter(title="路灯").delete()
    Sheet.objects.filter(pk=sheet).update(state="confirmed")
    assert actions.take_over(sheet, seed=bytes([1]) * 32, at=NOON) == 0


def test_a_confirmation_is_heard_by_the_job(office):
    heard = []
    events.react(SheetConfirmed, heard.append)
    sheet = hand_in(office)
    actions.confirm_sheet(sheet, by=office.ada, at=NOON)
    assert heard[-1].sheet == sheet
    with pytest.raises(Moved):
        actions.confirm_sheet(sheet, by=office.ada, at=NOON)


def test_a_dropped_file_is_empty_at_once(office):
    sheet = hand_in(office)
    actions.drop_sheet(sheet, by=office.ada, at=NOON)
    assert Sheet.objects.get().sealed_lines == ""
    assert actions.take_over(sheet, seed=SEED, at=NOON) == 0
    with pytest.raises(Moved):
        actions.drop_sheet(sheet, by=office.ada, at=NOON)


def test_a_file_that_holds_no_letters_says_why(office):
    with pytest.raises(Anticipated):
        actions.hand_in_sheet(actions.File("x", b"x", [["a"], ["b"]]), by=office.ada, at=NOON)
    assert not Sheet.objects.exists()


def test_only_the_office_takes_files_over(office):
    sheet = hand_in(office)
    for actor in (office.chen, office.boris):
        with pytest.raises(NotAllowed):
            hand_in(office, by=actor)
        with pytest.raises(NotAllowed):
            queries.preview(actor, sheet)
    with pytest.raises(NotFound):
        queries.preview(office.ada, sheet + 1)


def test_letters_of_old_calls_are_late_at_once_and_say_so(office):
    rows = [["HL-9", "2025-11-01", "旧事", "三个月前的来电至今没有答复", "", "", "", ""]]
    take_over(office, hand_in(office, rows))
    row = queries.table(office.ada, queries.Wish(), at=NOON + timedelta(days=1)).rows[0]
    assert row.clock.due < NOON
