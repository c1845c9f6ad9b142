"""What a piece says, as plain values; the canonical wording that readers read and approvals are bound to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.office.review.rules import hash_of
from answerable.response.channels.rules.states import PieceKind


class Disclosure(StrEnum):
    """Whether a document is disclosed (政府信息公开条例 2019, art. 13, 20: 公开属性)."""

    ACTIVE = "active"
    ON_REQUEST = "on_request"
    NOT = "not"


DISCLOSURE_NAMES: Mapping[Disclosure, str | Promise] = {
    Disclosure.ACTIVE: _("published of our own accord"),
    Disclosure.ON_REQUEST: _("given on request"),
    Disclosure.NOT: _("not disclosed"),
}


@dataclass(frozen=True, slots=True)
class Planned:
    """How a policy will be explained."""

    form: str
    unit: str
    points: str
    due_on: date
    material: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything of a piece that its readers answer for."""

    kind: PieceKind
    language: str
    title: str = ""
    summary: str = ""
    body: str = ""
    basis: str = ""
    channels: tuple[str, ...] = ()
    disclosure: str = ""
    disclosure_reason: str = ""
    review_on: date | None = None
    expires_on: date | None = None
    corrects: str = ""
    reason: str = ""
    interpretation: Planned | None = None


#: Heads of the canonical wording. Chosen by the piece's own language, so that a hash does not depend on who looks.
_HEADS = {
    "en": {
        "kind": "Kind", "channels": "Channels", "summary": "Summary", "basis": "Basis", "disclosure": "Disclosure",
        "review_on": "To be looked at again", "expires_on": "Expires", "corrects": "Puts right", "reason": "Reason",
        "interpretation": "Interpretation",
    },
    "zh": {
        "kind": "类别", "channels": "发布渠道", "summary": "摘要", "basis": "依据", "disclosure": "公开属性",
        "review_on": "复核日期", "expires_on": "失效日期", "corrects": "更正",
        "reason": "理由", "interpretation": "解读",
    },
}  # fmt: skip


def canonical(content: Content) -> str:
    """Write a piece as its readers see it, every field that counts."""
    heads = _HEADS["zh" if content.language == "zh" else "en"]
    planned = content.interpretation
    values = {
        "kind": content.kind.value,
        "channels": "; ".join(sorted(content.channels)),
        "summary": content.summary,
        "basis": content.basis,
        "disclosure": " ".join(part for part in (content.disclosure, content.disclosure_reason) if part),
        "review_on": content.review_on.isoformat() if content.review_on else "",
        "expires_on": content.expires_on.isoformat() if content.expires_on else "",
        "corrects": content.corrects,
        "reason": content.reason,
        "interpretation": _planned(planned) if planned else "",
    }
    head = [f"{heads[key]}: {_flat(value)}" for key, value in values.items() if value.strip()]
    return "\n".join([content.title.strip(), "", *head, "", content.body.replace("\r\n", "\n").strip()])


def _planned(planned: Planned) -> str:
    parts = (planned.form, planned.unit, planned.due_on.isoformat(), _flat(planned.points), planned.material)
    return " · ".join(part for part in parts if part)


def _flat(text: str) -> str:
    return " ".join(text.split())


def content_hash(content: Content) -> str:
    """Give the hash that the approvals of a piece are bound to."""
    return hash_of(canonical(content))


MISSING_WORDS: Mapping[str, str | Promise] = {
    "title": pgettext_lazy("piece", "a title"),
    "body": pgettext_lazy("piece", "its text"),
    "channels": pgettext_lazy("piece", "at least one channel that is in use"),
    "basis": pgettext_lazy("piece", "the law, document or source it rests on"),
    "review_on": pgettext_lazy("piece", "the day on which it is looked at again"),
    "disclosure": pgettext_lazy("piece", "whether the document is disclosed"),
    "disclosure_reason": pgettext_lazy("piece", "why it is not disclosed of our own accord"),
    "interpretation": pgettext_lazy("piece", "its interpretation plan: a policy is not taken in without one"),
    "explains": pgettext_lazy("piece", "the policy that it explains"),
}


def missing(content: Content, *, explains: bool = False) -> tuple[str, ...]:
    """List what a piece lacks before it can be handed in; `explains` says that a policy names it as its material."""
    wanted: dict[str, object] = {
        "title": content.title.strip(),
        "body": content.body.strip(),
        "channels": content.channels,
        "basis": content.basis.strip() or content.kind in (PieceKind.NEWS, PieceKind.SERVICE),
        "review_on": content.review_on or content.kind is PieceKind.NEWS,
    }
    if content.kind is PieceKind.POLICY:
        wanted["disclosure"] = content.disclosure
        wanted["disclosure_reason"] = (
            content.disclosure_reason.strip()
            or content.disclosure == Disclosure.ACTIVE
            or not content.disclosure
        )
        wanted["interpretation"] = content.interpretation
    if content.kind is PieceKind.INTERPRETATION:
        wanted["explains"] = explains
    return tuple(key for key, there in wanted.items() if not there)


_PICTURE = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\((?P<src>[^)\s]*)[^)\n]*\)")
_LINK = re.compile(
    r"(?<!!)\[[^\]\n]*\]\((?P<marked>https?://[^)\s]+)|(?P<bare>https?://[^\s<>()\[\]，。；、）】」”\"']+)",
    re.IGNORECASE,
)
#: More addresses than any notice has; a bound for the look at them.
MOST_LINKS = 60


def links_of(text: str) -> tuple[str, ...]:
    """List the web addresses of a text, pictures' among them, each once."""
    without = _PICTURE.sub(lambda found: f" {found['src']} ", text)
    found = [match["marked"] or match["bare"].rstrip(".,;:!?") for match in _LINK.finditer(without)]
    return tuple(dict.fromkeys(found))[:MOST_LINKS]


def pictures_of(text: str) -> tuple[tuple[str, str], ...]:
    """List the pictures of a text with their alternative texts."""
    return tuple((found["src"], found["alt"].strip()) for found in _PICTURE.finditer(text))


def without_pictures(text: str) -> str:
    """Give the text with its pictures as their words: what a screen reader says, and what plain platforms take."""
    return _PICTURE.sub(lambda found: f"［{found['alt']}］" if found["alt"] else "", text)
