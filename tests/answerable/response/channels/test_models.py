"""Rows of the room say what they are."""

from answerable.response.channels.models import Channel
from tests.answerable.response.channels.makers import make_channel


def test_a_channel_reads_as_its_name_and_holds_no_password(desk):
    make_channel(desk)
    row = Channel.objects.get()
    assert row.name in str(row)
    assert not any("password" in field.name for field in Channel._meta.get_fields())
