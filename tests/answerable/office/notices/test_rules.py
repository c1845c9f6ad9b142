"""When notices go out: at once, in a digest, after quiet hours; and when tries end."""

from datetime import UTC, datetime, time, timedelta

import pytest

from answerable.office.notices.rules import (
    MOVES,
    WAITS,
    Move,
    Rhythm,
    State,
    Told,
    Wishes,
    due_time,
    mail_address,
    next_try,
)

#: 12:00 in Shanghai.
NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
NIGHT = Wishes(quiet_from=time(22), quiet_until=time(7))
DIGEST = Wishes(rhythm=Rhythm.DIGEST, digest_at=(time(8), time(16)))


def test_ordinary_notices_go_at_once_by_day():
    assert due_time(NIGHT, urgent=False, at=NOON) == NOON


@pytest.mark.parametrize("hours", [10, 12, 18])
def test_at_night_they_wait_until_the_morning(hours):
    assert due_time(NIGHT, urgent=False, at=NOON + timedelta(hours=hours)) == datetime(
        2026, 3, 2, 23, tzinfo=UTC
    )


def test_urgent_ones_never_wait():
    late = NOON + timedelta(hours=12)
    assert due_time(NIGHT, urgent=True, at=late) == late
    assert due_time(DIGEST, urgent=True, at=late) == late


def test_a_digest_waits_for_its_next_time_even_tomorrow():
    assert due_time(DIGEST, urgent=False, at=NOON) == datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert due_time(DIGEST, urgent=False, at=NOON + timedelta(hours=5)) == datetime(2026, 3, 3, 0, tzinfo=UTC)


def test_quiet_hours_within_one_day_are_understood():
    siesta = Wishes(quiet_from=time(12), quiet_until=time(14))
    assert due_time(siesta, urgent=False, at=NOON) == NOON + timedelta(hours=2)


def test_tries_grow_apart_and_end_after_about_three_days():
    moments = [next_try(attempt, None, at=NOON) for attempt in range(1, 10)]
    assert moments == sorted(moments)
    assert next_try(10, None, at=NOON) is None
    assert timedelta(days=2) < sum(WAITS, timedelta()) < timedelta(days=4)


def test_what_the_receiver_asks_for_is_respected():
    assert next_try(1, timedelta(hours=2), at=NOON) == NOON + timedelta(hours=2)


@pytest.mark.parametrize("state", [State.QUEUED, State.DELIVERED, State.KEPT, State.FAILED])
def test_every_notice_can_be_acknowledged_once(state):
    assert MOVES.after(state, Move.ACKNOWLEDGE) is State.ACKNOWLEDGED
    assert MOVES.open_to(State.ACKNOWLEDGED) == ()


def test_a_text_is_told_in_the_readers_language():
    assert Told("Burst", "爆裂").in_language("zh-hans") == "爆裂"
    assert Told("Burst", "爆裂").in_language("en") == "Burst"


@pytest.mark.parametrize(
    ("server", "start"),
    [
        (
            "smtps://office%40b.example:p%3Aw@mail.b.example:465",
            "mailtos://office%40b.example:p%3Aw@mail.b.example:465/?",
        ),
        ("smtp+starttls://mail.b.example", "mailtos://mail.b.example/?"),
        ("smtp://10.0.0.5:25", "mailto://10.0.0.5:25/?"),
    ],
)
def test_a_mail_goes_by_the_bodys_own_server(server, start):
    address = mail_address(server + "?from=office@b.example", "ada@b.example")
    assert address.startswith(start)
    assert "to=ada%40b.example" in address
    assert "from=office%40b.example" in address


@pytest.mark.parametrize("server", ["", "http://mail.b.example", "smtp://"])
def test_what_names_no_mail_server_gives_no_address(server):
    assert mail_address(server, "ada@b.example") == ""
