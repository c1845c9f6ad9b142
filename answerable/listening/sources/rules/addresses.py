"""Addresses of sources: their host, the site they belong to, and lists of them that people paste."""

import re
from urllib.parse import urlsplit

#: What people paste between addresses.
_SEPARATORS = re.compile(r"[\s,;，；、]+")


def host_of(address: str) -> str:
    """Name the host of a web address, "" when it is none."""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def with_scheme(address: str) -> str:
    """Put https:// before an address that a person wrote without it."""
    text = address.strip()
    return text if "://" in text or not text else f"https://{text}"


def pasted(text: str) -> list[str]:
    """Split what was pasted into addresses, each once, in order."""
    pieces = (with_scheme(piece) for piece in _SEPARATORS.split(text) if piece)
    return list(dict.fromkeys(pieces))


def site_name(address: str) -> str:
    """Give the name of the site that an address belongs to, as a first name for its publication."""
    return host_of(address).removeprefix("www.").removeprefix("m.")
