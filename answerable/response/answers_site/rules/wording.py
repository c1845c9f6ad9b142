"""What a reader says is still open: a few plain lines, cleaned before they are looked at for personal data."""

import re
import unicodedata

#: A question, not a letter: who has more to say is led to the form for letters.
MOST_SIGNS = 600


def tidy(text: str) -> str:
    """Take out signs that are not seen, and blank space that is not needed."""
    seen = "".join(
        sign if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn") else " "
        for sign in text.replace("\r\n", "\n")
    )
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in seen.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:MOST_SIGNS]
