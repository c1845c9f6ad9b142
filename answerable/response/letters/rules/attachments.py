"""Files that come with letters: which are kept, by what their first bytes are, and why the others are not."""

import hashlib
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from answerable.response.letters.rules.matter import masked, one_line

#: The mailbox gives no mail above 5 MB, so neither does the form (trust design H).
MOST_BYTES = 5 * 1024 * 1024
MOST_PIECES = 10
MOST_NAME = 120
#: What a file is by its first bytes: never by what its sender calls it.
SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"PK\x03\x04", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"#!", "program"),
    (b"\xd0\xcf\x11\xe0", "old_office"),
)
#: An office document is an archive too; it is kept by its name and never opened here.
OFFICE_NAMES = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".ofd")
KEPT = frozenset({"pdf", "jpeg", "png", "gif", "office", "text"})
REASONS = {
    "too_large": _("The file is larger than 5 MB."),
    "too_many": _("A letter keeps ten files; this one came after them."),
    "empty": _("The file is empty."),
    "archive": _("Packed files are not kept: nobody can say what unfolds from them."),
    "program": _("Programs are not kept."),
    "old_office": _("Old office formats are not kept, because they may carry programs."),
    "markup": _("Web pages and drawings with scripts are not kept."),
    "unknown": _("This sort of file is not kept."),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A file as it came."""

    name: str
    body: bytes
    #: Bytes it claims, where the body itself was not taken.
    size: int = 0


@dataclass(frozen=True, slots=True)
class Looked:
    """A file looked at from outside: what it is, or why it is not kept."""

    name: str
    kind: str
    size: int
    sha256: str
    refused: str = ""


def safe_name(name: str) -> str:
    """Give a name that holds no path, no hidden sign and no personal string."""
    last = one_line(name).replace("\\", "/").rpartition("/")[2].lstrip(".")
    stem, dot, ending = masked(last).rpartition(".")
    return (f"{stem[: MOST_NAME - 12]}{dot}{ending[:10]}" if stem else ending[:MOST_NAME]) or "file"


def kind_of(name: str, body: bytes) -> str:
    """Say what a file is."""
    sign = next((kind for start, kind in SIGNS if body.startswith(start)), "")
    if sign == "archive" and name.lower().endswith(OFFICE_NAMES) and body.startswith(b"PK\x03\x04"):
        return "office"
    if sign:
        return sign
    head = body[:4096]
    if b"\x00" in head:
        return "unknown"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or b"<script" in head.lower():
        return "markup"
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "unknown"
    return "text"


def look_at(piece: Piece, place: int) -> Looked:
    """Look at a file from outside; it is never opened."""
    size = max(piece.size, len(piece.body))
    kind = kind_of(piece.name, piece.body)
    refused = ""
    if place >= MOST_PIECES:
        refused = "too_many"
    elif size > MOST_BYTES:
        refused = "too_large"
    elif not piece.body:
        refused = "empty"
    elif kind not in KEPT:
        refused = kind
    return Looked(safe_name(piece.name), kind, size, hashlib.sha256(piece.body).hexdigest(), refused)
