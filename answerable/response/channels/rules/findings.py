"""What the machine finds in a piece before a person reads it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from answerable.office.review.rules import hash_of
from answerable.response.answers.rules import findings as answers
from answerable.response.channels.rules.consistency import Odd, oddities
from answerable.response.channels.rules.wording import links_of, pictures_of


class Sort(StrEnum):
    """What was found."""

    PERSONAL = "personal"
    SECRECY = "secrecy"
    GUARDED = "guarded"
    NAME = "name"
    TITLE = "title"
    LINK = "link"
    UNSEEN = "unseen"
    PICTURE = "picture"
    DATE = "date"
    WEEKDAY = "weekday"
    SUM = "sum"
    SHARE = "share"
    FIGURE = "figure"


SORT_NAMES: Mapping[Sort, str | Promise] = {
    Sort.PERSONAL: pgettext_lazy("find", "may point at a private person"),
    Sort.SECRECY: pgettext_lazy("find", "a mark of secrecy"),
    Sort.GUARDED: pgettext_lazy("find", "a guarded word of this body"),
    Sort.NAME: pgettext_lazy("find", "a name written wrong"),
    Sort.TITLE: pgettext_lazy("find", "a title that is not this person's"),
    Sort.LINK: pgettext_lazy("find", "a dead link"),
    Sort.UNSEEN: pgettext_lazy("find", "a link that has not been looked at yet"),
    Sort.PICTURE: pgettext_lazy("find", "a picture without alternative text"),
    Sort.DATE: pgettext_lazy("find", "a date that does not exist"),
    Sort.WEEKDAY: pgettext_lazy("find", "not the weekday of that date"),
    Sort.SUM: pgettext_lazy("find", "a sum that does not add up"),
    Sort.SHARE: pgettext_lazy("find", "a share that does not follow from its numbers"),
    Sort.FIGURE: pgettext_lazy("find", "a figure that title and text give differently"),
}
#: No reason makes these right: they are put right in the text.
TO_PUT_RIGHT = frozenset({Sort.PICTURE, Sort.DATE, Sort.UNSEEN})
_OF_ODD = {
    Odd.DATE: Sort.DATE,
    Odd.WEEKDAY: Sort.WEEKDAY,
    Odd.SUM: Sort.SUM,
    Odd.SHARE: Sort.SHARE,
    Odd.TITLE: Sort.FIGURE,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One find: `key` names it without holding it, `right` says what it should be where that is known."""

    key: str
    sort: Sort
    found: str
    around: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of the body's own list: how it is written, the title that belongs to it, wrong spellings."""

    name: str
    title: str = ""
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lists:
    """What the checks lean on: the body's own words and names, and what is known of the addresses in the text."""

    guarded: tuple[str, ...] = ()
    names: tuple[Listed, ...] = ()
    #: {address: (alive, why not)}; an address that is missing has not been looked at.
    links: Mapping[str, tuple[bool, str]] = field(default_factory=dict)


def findings(title: str, body: str, lists: Lists, *, today: date) -> tuple[Finding, ...]:
    """Look through a whole piece; the same find is told once."""
    text = f"{title}\n{body}"
    found = [
        Finding(one.key, Sort(one.sort.value), one.found, one.around)
        for one in answers.findings(text, lists.guarded)
    ]
    found += _names(text, lists.names)
    found += _links(text, lists.links)
    found += _pictures(text)
    found += [
        _find(_OF_ODD[one.odd], one.found, text, one.expected) for one in oddities(title, body, today=today)
    ]
    return tuple({one.key: one for one in found}.values())


def _find(sort: Sort, found: str, text: str = "", right: str = "") -> Finding:
    place = max(text.find(found), 0)
    around = text[max(0, place - answers.AROUND) : place + len(found) + answers.AROUND] if text else ""
    return Finding(
        f"{sort}-{hash_of(found.lower())[:16]}",
        sort,
        found[:200],
        " ".join(around.split())[:300],
        right[:200],
    )


def _names(text: str, names: Iterable[Listed]) -> list[Finding]:
    listed = tuple(names)
    titles = {one.title for one in listed if one.title}
    found = [
        _find(Sort.NAME, wrong, text, one.name)
        for one in listed
        for wrong in one.wrong
        if wrong and wrong in text.replace(one.name, "")
    ]
    found += [
        _find(Sort.TITLE, beside, text, f"{one.title} {one.name}")
        for one in listed
        for title in sorted(titles - {one.title})
        if one.title and (beside := _beside(title, one.name, text, one.title))
    ]
    return found


def _beside(title: str, name: str, text: str, right: str) -> str:
    """Give the passage where a title that is another's stands right beside a name."""
    # The right title may end in the wrong one ("deputy director" in front of "director"): it is taken out first.
    cleared = text.replace(right, "\x00" * len(right))
    escaped, called = re.escape(title), re.escape(name)
    found = re.search(rf"{escaped}[\s:：、,，]{{0,2}}{called}|{called}[\s,，（(]{{0,2}}{escaped}", cleared)
    return found.group() if found else ""


def _links(text: str, looked: Mapping[str, tuple[bool, str]]) -> list[Finding]:
    found = []
    for address in links_of(text):
        if address not in looked:
            found.append(_find(Sort.UNSEEN, address))
        elif not looked[address][0]:
            found.append(_find(Sort.LINK, address, right=looked[address][1]))
    return found


#: What programs put there by themselves, and words that describe nothing.
_NO_WORDS = re.compile(
    r"(?:\S+\.(?:jpe?g|png|gif|webp|svg|bmp)|(?:img|dsc|image|photo|picture|图片?|照片|插图|配图)[\s_-]*\d*)",
    re.IGNORECASE,
)


def _pictures(text: str) -> list[Finding]:
    return [
        _find(Sort.PICTURE, address or alt or "![]", text)
        for address, alt in pictures_of(text)
        if not alt or _NO_WORDS.fullmatch(alt)
    ]


def left(found: Iterable[Finding], explained: Mapping[str, str]) -> tuple[Finding, ...]:
    """List the finds that stand in the way: neither put right nor explained, or such as cannot be explained."""
    return tuple(one for one in found if one.sort in TO_PUT_RIGHT or not explained.get(one.key, "").strip())
