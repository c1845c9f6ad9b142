"""The address of a topic: plain letters and digits whatever its name holds, and never two topics at one address."""

import hashlib
import re
import unicodedata

#: Long enough to read.
MOST = 40


def key_of(name: str) -> str:
    """Make the address part of a topic: its Latin words and six signs of its hash."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MOST].strip("-")
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{words or 'topic'}-{mark}"
