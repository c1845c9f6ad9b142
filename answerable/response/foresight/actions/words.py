"""Free text as it may be kept."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from answerable.kernel.errors import Anticipated
from answerable.response.cases.rules.free_text import Personal, screened

Draft = TypeVar("Draft", bound=Any)
#: Fields that are no free text.
_KEYS = frozenset({"kind", "way", "verdict", "language", "personal", "link"})


def kept(draft: Draft, said: str = Personal.ASK) -> Draft:
    """Give a draft whose texts have no spaces around them and hold nothing that points at a person."""
    texts = {one.name: getattr(draft, one.name) for one in fields(draft) if one.name not in _KEYS}
    clean = {name: screened(text.strip(), said) for name, text in texts.items() if isinstance(text, str)}
    return replace(draft, **clean)


def needed(text: str, sentence: str, said: str = Personal.ASK) -> str:
    """Give a text that must not be empty; `sentence` says what is missing."""
    found = screened(text.strip(), said)
    if not found:
        raise Anticipated(sentence, _("Nothing else was lost."))
    return found
