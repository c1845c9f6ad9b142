"""Platforms on which a body has channels: what they take, and how a text is made ready for them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from answerable.response.channels.rules.states import ChannelKind, Delivery


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform; limits in characters as its editor counts them, 0 where it has none that matters."""

    key: str
    name: str | Promise
    kind: ChannelKind
    title_most: int = 0
    text_most: int = 0
    deliveries: tuple[Delivery, ...] = (Delivery.COPY,)


_OPEN = (Delivery.FEED, Delivery.WEBHOOK, Delivery.COPY)
#: Limits: as shown by each platform's own editor or developer page, looked up 2026-11; a limit that has moved shows
#: as a warning, never as a refusal.
_ALL = (
    Platform("web", _("own web site"), ChannelKind.SITE, deliveries=_OPEN),
    Platform("wechat", _("WeChat official account"), ChannelKind.ACCOUNT, 64, 20_000),
    Platform("weibo", _("Weibo"), ChannelKind.ACCOUNT, 0, 2_000),
    Platform("douyin", _("Douyin"), ChannelKind.ACCOUNT, 30, 1_000),
    Platform("toutiao", _("Toutiao"), ChannelKind.ACCOUNT, 30, 50_000),
    Platform("x", "X", ChannelKind.ACCOUNT, 0, 280),
    Platform("facebook", "Facebook", ChannelKind.ACCOUNT, 0, 63_206),
    Platform("mastodon", "Mastodon", ChannelKind.ACCOUNT, 0, 500),
    Platform("bluesky", "Bluesky", ChannelKind.ACCOUNT, 0, 300),
    Platform("telegram", _("Telegram channel"), ChannelKind.ACCOUNT, 0, 4_096),
    Platform("app", _("own app"), ChannelKind.APP, deliveries=_OPEN),
    Platform("mail", _("newsletter by e-mail"), ChannelKind.NEWSLETTER, 120, 0, _OPEN),
    Platform("screen", _("screens in public places"), ChannelKind.SCREEN, 40, 200, _OPEN),
    Platform("other", _("another platform"), ChannelKind.ACCOUNT),
)
PLATFORMS: Mapping[str, Platform] = {one.key: one for one in _ALL}


@dataclass(frozen=True, slots=True)
class ReadyText:
    """A text made ready for one platform: what to copy, and what is too long by how much."""

    title: str
    text: str
    title_over: int
    text_over: int


def ready_for(platform: str, title: str, paragraphs: tuple[str, ...], links: tuple[str, ...]) -> ReadyText:
    """Lay a piece out as plain text for a platform: paragraphs with blank lines, its addresses at the end."""
    one = PLATFORMS.get(platform, PLATFORMS["other"])
    text = "\n\n".join(part for part in (*paragraphs, *links) if part.strip())
    if not one.title_most and one.text_most:  # a platform without titles: the title opens the text
        text = f"{title}\n\n{text}" if text else title
    title_over = max(len(title) - one.title_most, 0) if one.title_most else 0
    text_over = max(len(text) - one.text_most, 0) if one.text_most else 0
    return ReadyText(title, text, title_over, text_over)
