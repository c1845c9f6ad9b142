"""What readers of an application read."""

from dataclasses import replace

from answerable.response.channels.rules.applying import Asked, wording_of
from answerable.response.channels.rules.states import ChangeKind

ASKED = Asked(
    name="Water Bureau", platform="web", address="https://water.example/", purpose="News", unit="Supply",
    holder="Water Bureau", keeper="Keeper", language="en", interaction=True, verified_until=None, reason="Needed",
)  # fmt: skip


def test_everything_that_is_asked_stands_there():
    text = wording_of(ChangeKind.OPEN, ASKED)
    for words in ("Open a channel: Water Bureau", "Held in the name of: Water Bureau", "Reason: Needed"):
        assert words in text
    assert "Verified until" not in text


def test_a_chinese_channel_is_asked_for_in_chinese():
    assert wording_of(ChangeKind.CLOSE, replace(ASKED, language="zh")).startswith("申请注销渠道: ")
