"""A sheet of figures: both languages of heads, every refused row named with its reason."""

from datetime import date

from answerable.response.channel_health.rules.sheet import MOST_ROWS, Said, read_sheet

TODAY = date(2026, 3, 2)
NAMES = {"water on wechat": 1, "云汀水务": 2}


def test_good_rows_are_taken_in_both_languages():
    read = read_sheet("channel,last post,can reply\nWater on WeChat,2026-02-27,yes\n", NAMES, TODAY)
    assert [said for _row, _name, said in read.taken] == [Said(1, TODAY, date(2026, 2, 27), None, True)]
    read = read_sheet(
        "\ufeff渠道,检查日期,最近更新,可互动\n云汀水务,2026/3/1,2026年2月20日,否\n", NAMES, TODAY
    )
    assert read.taken[0][2] == Said(2, date(2026, 3, 1), date(2026, 2, 20), None, False)


def test_every_refused_row_is_named_with_its_reason():
    text = (
        "channel,day,last post,oldest message,can reply\n"
        "Somebody else,,2026-02-01,,\n"
        "Water on WeChat,,yesterday,,\n"
        "Water on WeChat,,2026-04-01,,\n"
        "Water on WeChat,2026-02-01,2026-02-20,,\n"
        "Water on WeChat,,,,perhaps\n"
        "Water on WeChat,,,,\n"
        "Water on WeChat,,,2026-01-01,\n"
        "Water on WeChat,,2026-02-27,,yes\n"
    )
    read = read_sheet(text, NAMES, TODAY)
    assert [row.row for row in read.refused] == [2, 3, 4, 5, 6, 7, 9]
    assert len({str(row.why) for row in read.refused}) == 7
    assert [said.waits_since for _row, _name, said in read.taken] == [date(2026, 1, 1)]


def test_a_sheet_that_is_none_says_why():
    for text in ("", "a,b\n1,2\n", "channel,last post\n" + "x,y\n" * (MOST_ROWS + 1)):
        read = read_sheet(text, NAMES, TODAY)
        assert read.unread
        assert not read.taken
