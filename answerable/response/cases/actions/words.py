"""Free text as it may be kept."""

from django.utils.translation import gettext as _

from answerable.kernel.errors import Anticipated
from answerable.response.cases.rules.free_text import Personal, screened


def kept(text: str, said: str = Personal.ASK) -> str:
    """Give a text without spaces around it and, unless somebody said otherwise, free of personal strings."""
    return screened(text.strip(), said)


def needed(text: str, sentence: str, said: str = Personal.ASK) -> str:
    """Give a text that must not be empty; `sentence` says what is missing."""
    found = kept(text, said)
    if not found:
        raise Anticipated(sentence, _("Nothing else was lost."))
    return found
