"""The fifteen kinds of official documents, and which way each is sent (中办发〔2012〕14号, art. 8 and ch. 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Direction = Literal["up", "level", "down", "public"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its names, which ways it may go, and whether it is sent to somebody."""

    code: str
    zh: str
    en: str
    ways: tuple[Direction, ...]
    addressed: bool = True


_ALL = (
    Kind("resolution", "决议", "resolution", ("down", "public"), addressed=False),
    Kind("decision", "决定", "decision", ("down", "public"), addressed=False),
    Kind("order", "命令", "order", ("down", "public"), addressed=False),
    Kind("communique", "公报", "communiqué", ("public",), addressed=False),
    Kind("announcement", "公告", "announcement", ("public",), addressed=False),
    Kind("public_notice", "通告", "public notice", ("public",), addressed=False),
    Kind("opinion", "意见", "opinion", ("up", "level", "down")),
    Kind("notice", "通知", "notice", ("down", "level")),
    Kind("circular", "通报", "circular", ("down", "level")),
    Kind("report", "报告", "report", ("up",)),
    Kind("request", "请示", "request for instructions", ("up",)),
    Kind("reply", "批复", "reply to a request", ("down",)),
    Kind("motion", "议案", "motion", ("up", "level")),
    Kind("letter", "函", "letter", ("level", "down")),
    Kind("minutes", "纪要", "minutes", ("up", "level", "down"), addressed=False),
)
KINDS: Mapping[str, Kind] = {kind.code: kind for kind in _ALL}
