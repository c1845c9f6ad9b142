"""What of a letter other people may read: the matter without what points at a person."""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from answerable.kernel.personal_data import MASK, mask

#: Trust design H: 64 KB of text a letter; what is longer is cut, and the page says so.
MOST_TEXT = 20_000
MOST_TITLE = 200
#: Control characters, and the marks that turn the direction of writing: they make a text look like another one.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
#: A name of one sign would be masked in every other word.
SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Contact:
    """The way back to an asker, and the letter in its own words. It is kept sealed and apart."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    title: str = ""
    text: str = ""
    code: str = ""
    #: What a person marked as pointing at somebody, one a line: a house, a child's name.
    also: str = ""

    def as_record(self) -> dict[str, str]:
        """Give it as plain values, to be sealed."""
        return asdict(self)

    @property
    def own_words(self) -> tuple[str, ...]:
        """What is masked in the matter because it is this asker's own."""
        known = (self.email, self.phone, self.address, self.name, *self.also.split("\n"))
        return tuple(word for word in known if word.strip())


def cleaned(text: str) -> str:
    """Take out signs that nobody sees; line ends become one sort."""
    return UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def one_line(text: str) -> str:
    """Give a text on one line: nothing of it can begin a header of a mail."""
    return " ".join(cleaned(text).split())


def masked(text: str, own: Iterable[str] = ()) -> str:
    """Mask personal strings, and the asker's own name, address and numbers wherever they stand."""
    words = sorted({" ".join(word.split()) for word in own}, key=len, reverse=True)
    for word in words:
        if len(word) >= SHORTEST_NAME:
            text = re.sub(_whole(word), MASK, text, flags=re.IGNORECASE)
    return mask(text).text


def _whole(word: str) -> str:
    """Match a word with any blanks; one of Latin letters only as a whole."""
    pattern = r"\s+".join(re.escape(part) for part in word.split())
    return rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])" if word.isascii() else pattern


def shown_title(title: str, text: str, own: Iterable[str]) -> str:
    """Give the title that lists show: the asker's, or the beginning of the text."""
    chosen = one_line(title) or one_line(text)[:60]
    return masked(chosen, own)[:MOST_TITLE]


def shown_text(text: str, own: Iterable[str]) -> str:
    """Give the matter as other units read it."""
    return masked(cleaned(text)[:MOST_TEXT], own)
