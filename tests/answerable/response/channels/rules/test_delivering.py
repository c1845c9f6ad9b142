"""Messages to channels, and when they are sent again."""

from datetime import UTC, datetime, timedelta

from answerable.response.channels.rules.delivering import PAUSES, Parcel, message_id, next_try, payload

AT = datetime(2026, 3, 2, 4, tzinfo=UTC)
PARCEL = Parcel(
    key="7f", tell="published", title="Title", summary="S", html="<p>x</p>", text="x", language="en",
    content_hash="ab", released_at=AT, readers=("Ada (Office)",),
)  # fmt: skip


def test_pauses_grow_and_then_it_is_given_up():
    tries = [next_try(number, at=AT) for number in range(1, len(PAUSES) + 2)]
    assert tries[-1] is None
    given = [moment for moment in tries if moment]
    assert given == sorted(given)
    assert given[0] == AT + timedelta(minutes=1)
    assert sum(PAUSES, timedelta()) > timedelta(days=3)


def test_a_receiver_may_ask_for_a_longer_pause():
    assert next_try(1, at=AT, asked_s=3600) == AT + timedelta(hours=1)


def test_a_message_names_who_read_the_text():
    data = payload(PARCEL, at=AT)["data"]
    assert data["reviewed_by"] == ["Ada (Office)"]
    assert data["id"] == "urn:uuid:7f"


def test_of_what_was_withdrawn_only_the_reason_is_sent():
    gone = Parcel(
        **{
            **{name: getattr(PARCEL, name) for name in PARCEL.__slots__},
            "tell": "withdrawn",
            "reason": "Wrong",
        }
    )
    message = payload(gone, at=AT)
    assert message["type"] == "piece.withdrawn"
    assert (message["data"]["html"], message["data"]["text"], message["data"]["reason"]) == ("", "", "Wrong")


def test_the_id_of_a_message_is_the_same_for_every_try():
    assert message_id("7f", "published") == "7f.published" != message_id("7f", "withdrawn")
