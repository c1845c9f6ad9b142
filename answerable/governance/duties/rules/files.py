"""What may be handed in as a file, under which name it goes out again, and what a signature stands under."""

import hashlib
import re
import unicodedata

#: A report with pictures stays well below; a film does not belong here, its link does.
MOST_BYTES = 20 * 1024 * 1024
LONGEST_NAME = 120
#: Signs that a file system, a header or a shell reads as something else.
_UNFIT = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
#: Names that one operating system keeps for its devices.
_DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def safe_name(name: str) -> str:
    """Give a name that can be shown and saved anywhere: no folders, no control or direction signs, not too long."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    plain = _UNFIT.sub("", last).strip().strip(".").strip()
    if _DEVICES.match(plain):
        plain = f"_{plain}"
    stem, dot, ending = plain.rpartition(".")
    if dot and 0 < len(ending) <= 10 and len(plain) > LONGEST_NAME:
        plain = f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"
    return plain[:LONGEST_NAME] or "file"


def is_too_large(size: int) -> bool:
    """Say whether a file is larger than the house takes."""
    return size > MOST_BYTES


def is_open_link(address: str) -> bool:
    """Say whether a link leads to a page: http or https with a host, nothing that a browser would run."""
    return re.fullmatch(r"https?://[^\s/?#@\\]+\.?[^\s\\]*", address.strip(), re.IGNORECASE) is not None


def paper_hash(*parts: str) -> str:
    """Give the hash of what a signature stands under: title, addressee, number and text."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
