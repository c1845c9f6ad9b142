"""The exact text that a reply's readers pass: what is read, for whom, and by whom it is signed."""

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.kernel.personal_data import mask


@dataclass(frozen=True, slots=True)
class Wording:
    """A reply as it goes out."""

    title: str
    text: str
    signature: str
    link: str = ""

    def for_readers(self, references: Iterable[str]) -> str:
        """Give the one text that is hashed and passed; another letter tied to the reply is another text."""
        parts = [self.title, self.text, self.signature]
        if self.link:
            parts.append(f"→ {self.link}")
        parts.append(" ".join(sorted(references)))
        return "\n\n".join(parts)


def personal_strings(wording: Wording) -> int:
    """Count what in a text would point at a person: it must not go to several askers."""
    return sum(mask(f"{wording.title}\n{wording.text}").counts.values())


def is_address(link: str) -> bool:
    """Say whether an address is one of a published page: our own answers, or the web."""
    plain = link.isprintable() and not any(sign.isspace() or sign in "\"'<>\\" for sign in link)
    return plain and link.startswith(("/answers/", "https://", "http://"))
