"""Which publication somebody means who typed its name, or followed a link that says its number."""

from collections.abc import Sequence


def meant(said: str, offered: Sequence[tuple[int, str]]) -> int | None:
    """Give the number of the publication meant: by number, by its whole name, or as the only one that fits."""
    word = said.strip()
    if not word:
        return None
    by_number = [pk for pk, _name in offered if str(pk) == word]
    by_name = [pk for pk, name in offered if name.casefold() == word.casefold()]
    found = by_number or by_name or [pk for pk, _name in offered]
    return found[0] if len(found) == 1 else None
