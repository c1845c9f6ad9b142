"""From a page in one language to the same page in another."""

from collections.abc import Mapping
from dataclasses import dataclass

#: Languages in themselves.
NAMES = {"zh": "中文", "en": "English"}
TAGS = {"zh": "zh-Hans", "en": "en"}


@dataclass(frozen=True, slots=True)
class Way:
    """A link to another language; `same` says whether it leads to the same page, which search engines are told."""

    language: str
    tag: str
    name: str
    link: str
    same: bool


def ways(language: str, there: Mapping[str, str], fronts: Mapping[str, str]) -> tuple[Way, ...]:
    """Give a way to every other language: to this page where it exists there, else to the first page."""
    return tuple(
        Way(other, TAGS[other], NAMES[other], there.get(other, fronts[other]), other in there)
        for other in fronts
        if other != language
    )
