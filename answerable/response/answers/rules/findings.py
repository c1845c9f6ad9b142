"""What must not go out unnoticed: personal data, marks of secrecy, and the body's own guarded words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from answerable.kernel.personal_data import MASK, mask
from answerable.office.review.rules import hash_of


class Sort(StrEnum):
    """What was found."""

    PERSONAL = "personal"
    SECRECY = "secrecy"
    GUARDED = "guarded"


@dataclass(frozen=True, slots=True)
class Finding:
    """One find: `key` names it without holding it, `around` is the text it stands in."""

    key: str
    sort: Sort
    found: str
    around: str


#: Marks that a document which is not for the public carries (保守国家秘密法 2024, art. 22: 密级标志; office practice).
SECRECY_MARKS = (
    "绝密",
    "机密",
    "秘密★",
    "内部资料",
    "内部文件",
    "内部掌握",
    "不予公开",
    "不得外传",
    "征求意见稿",
    "top secret",
    "confidential",
    "internal only",
    "not for release",
    "not for publication",
    "under embargo",
)
AROUND = 24


def findings(text: str, guarded: Iterable[str]) -> tuple[Finding, ...]:
    """Look through the whole wording; the same find is told once."""
    found = [_finding(Sort.PERSONAL, piece, text) for piece in personal_pieces(text)]
    lowered = text.lower()
    found += [_finding(Sort.SECRECY, word, text) for word in SECRECY_MARKS if word in lowered]
    found += [
        _finding(Sort.GUARDED, word, text)
        for word in guarded
        if word.strip() and word.strip().lower() in lowered
    ]
    return tuple({finding.key: finding for finding in found}.values())


def personal_pieces(text: str) -> tuple[str, ...]:
    """Give the strings that masking would take out, by walking both texts side by side."""
    if MASK in text:
        text = text.replace(MASK, "")
    kept = mask(text).text.split(MASK)
    pieces, position = [], len(kept[0])
    for part in kept[1:]:
        end = text.find(part, position + 1) if part else len(text)
        end = len(text) if end < 0 else end
        pieces.append(text[position:end])
        position = end + len(part)
    return tuple(dict.fromkeys(piece for piece in pieces if piece.strip()))


def _finding(sort: Sort, found: str, text: str) -> Finding:
    place = text.lower().find(found.lower())
    around = text[max(0, place - AROUND) : place + len(found) + AROUND]
    return Finding(f"{sort}-{hash_of(found.lower())[:16]}", sort, found, " ".join(around.split()))


def unexplained(found: Iterable[Finding], explained: "dict[str, str]") -> tuple[Finding, ...]:
    """List the finds that nobody has said a reason for."""
    return tuple(finding for finding in found if not explained.get(finding.key, "").strip())
