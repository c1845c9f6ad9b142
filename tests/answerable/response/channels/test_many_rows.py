"""Ten thousand rows ask the database no more often than ten, and never more than twelve times a page."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.kernel import clock
from answerable.office.people.queries import day_of
from answerable.response.channels.models import Channel, ListedName, Piece, Publication
from tests.answerable.response.channels.makers import (
    make_piece,
    make_policy,
    make_published,
    quick_channel,
    sign_in,
)

MANY = 10_000
#: The design's bar for a page (trust.md, L1).
MOST = 12
#: Bytes of a page without compression; a form that offers three hundred channels is the longest.
LONGEST = 250_000
ROOM = "/respond/channels/"


def copies(row, count, **changes):
    """Rows like one, with something else in each: a change is a value or a function of the copy's number."""
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    fields.pop("id")
    return [
        type(row)(**{**fields, **{name: one(n) if callable(one) else one for name, one in changes.items()}})
        for n in range(count)
    ]


class Town:
    """A room that can be filled."""

    def __init__(self, desk):
        self.channel = quick_channel(desk, 1)
        self.feed = quick_channel(desk, 2, delivery="feed")
        self.draft = Piece.objects.get(pk=make_piece(desk, (self.channel.pk,)))
        self.out = Piece.objects.get(pk=make_published(desk, (self.channel.pk, self.feed.pk)))
        self.line = Publication.objects.filter(piece=self.out, channel=self.feed).get()
        self.number = 0

    def fill(self, count):
        """So many more pieces over the tabs, so many lines of the log and listed names; and some channels."""
        begin, now = self.number, clock.now()
        self.number += count
        far = {"address": lambda n: f"https://water.example/many/{begin + n}", "key": new_key}
        Channel.objects.bulk_create(copies(self.channel, min(count, 300), **far), batch_size=500)
        near = {"planned_for": lambda n: day_of(now) + timedelta(days=n % 30), "edited_at": now}
        gone = {"published_at": lambda n: now - timedelta(days=n % 40), "edited_at": now}
        drafts = copies(self.draft, count // 4, **near)
        reading = copies(self.draft, count // 4, **near, state="in_review")
        out = copies(self.out, count // 2, **gone)
        Piece.objects.bulk_create([*drafts, *reading, *out], batch_size=500)
        through = Piece.channels.through
        through.objects.bulk_create(
            [through(piece_id=one.pk, channel_id=self.channel.pk) for one in (*drafts, *out)], batch_size=500
        )
        told = {"piece_id": lambda n: out[n].pk, "released_at": now, "key": new_key}
        lines = copies(self.line, len(out), **told, out_at=now)
        waiting = {"channel_id": self.channel.pk, "state": "waiting", "out_at": None}
        lines += copies(self.line, len(out), **told, **waiting)
        Publication.objects.bulk_create(lines, batch_size=500)
        ListedName.objects.bulk_create(
            [ListedName(name=f"Name {begin + n}", added_by="Ada", added_at=now) for n in range(count)],
            batch_size=500,
        )


def new_key(_number):
    """A key of its own for each row."""
    return uuid.uuid4()


def statements(client, address):
    """How often the second look asks, and how long the page is: the first look warms what is kept in memory."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as found:
        page = client.get(address)
    return len(found), len(page.content)


@pytest.mark.django_db
@pytest.mark.slow
def test_no_page_asks_more_often_of_ten_thousand_rows_than_of_ten(client, desk):
    town = Town(desk)
    channel, out, draft = town.channel.pk, town.out.pk, town.draft.pk
    policy, material = make_policy(desk, (channel,))
    tabs = ("work", "review", "ready", "out", "due", "gone", "all")
    pages = [
        ROOM, f"{ROOM}?tab=all&words=Channel", f"{ROOM}apply/", f"{ROOM}{channel}/", f"{ROOM}{channel}/change/",
        *(f"{ROOM}content/?tab={tab}" for tab in tabs), f"{ROOM}content/?tab=all&words=Mill&channel={channel}",
        f"{ROOM}content/calendar/", f"{ROOM}content/add/", f"{ROOM}content/names/", f"{ROOM}log/",
        *(f"{ROOM}content/{piece}/" for piece in (out, draft, policy, material)),
        *(f"{ROOM}content/{piece}/edit/" for piece in (draft, policy, material)),
    ]  # fmt: skip
    sign_in(client, "ada")
    town.fill(12)
    few = {address: statements(client, address) for address in pages}
    town.fill(MANY)
    many = {address: statements(client, address) for address in pages}
    assert {address: found[0] for address, found in few.items() if found[0] > MOST} == {}
    assert {a: (few[a][0], many[a][0]) for a in pages if many[a][0] > few[a][0]} == {}
    assert {a: many[a][1] for a in pages if many[a][1] > LONGEST} == {}
