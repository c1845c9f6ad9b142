"""The one gate: cut, cleaned, masked."""

from datetime import UTC, datetime

from answerable.listening.sources.kinds import Outcome, Reading, ReadItem
from answerable.listening.sources.reading.gate import LONGEST_TEXT, clean, cut, through_the_gate

AT = datetime(2026, 5, 21, tzinfo=UTC)


def gated(title: str = "t", text: str = "x") -> Reading:
    return through_the_gate(
        Reading(Outcome.READ, (ReadItem("k", title, text, "http://s.example/", AT, "en"),))
    )


def test_control_characters_surrogates_and_turned_text_go() -> None:
    assert clean("a\x00b\x08c\ud800d\u202ee\ufeff\tf\n") == "abcde\tf\n"


def test_a_cut_never_splits_a_character() -> None:
    assert cut("停水" * 3, 7) == "停水"
    assert cut("停水", 6) == "停水"


def test_a_long_text_is_cut_and_noted() -> None:
    reading = gated(text="水" * LONGEST_TEXT)
    assert len(reading.items[0].text.encode()) <= LONGEST_TEXT
    assert "truncated" in reading.notes


def test_personal_strings_in_title_and_text_are_masked_and_counted() -> None:
    reading = gated("a@example.org", "13800138000 和 13900139000")
    assert (reading.items[0].title, reading.items[0].text) == ("***", "*** 和 ***")
    assert reading.masked == {"email": 1, "mobile": 2}


def test_what_is_stored_can_be_written_in_utf8() -> None:
    gated("\udcff" * 10, "\ud83d").items[0].text.encode()


def test_the_rest_of_a_reading_stays() -> None:
    reading = through_the_gate(
        Reading(Outcome.READ, memory={"a": 1}, notes=("x",), retry_after_s=5, title="t 13800138000")
    )
    assert (reading.memory, reading.notes, reading.retry_after_s, reading.title) == (
        {"a": 1},
        ("x",),
        5,
        "t ***",
    )
