"""The code on a slip: how it is made, how it is read back from a hand, and what is kept of it."""

import hashlib
import hmac
from collections.abc import Callable

#: Digits and capitals without those that a hand or an eye mistakes for another (0 O, 1 I L, U V).
SIGNS = "23456789ABCDEFGHJKMNPQRSTWXYZ"
#: 12 signs of 29 are 58 bits: with a keyed hash they cannot be tried out from a stolen database, and the page
#: takes a guess a second for longer than there are questionnaires.
LENGTH = 12
_MISTAKEN = str.maketrans({"0": "Q", "O": "Q", "1": "J", "I": "J", "L": "J", "U": "W", "V": "W"})


def new_code(draw: Callable[[str], str]) -> str:
    """Make a code; `draw` takes one sign at random, for secrets."""
    return "".join(draw(SIGNS) for _ in range(LENGTH))


def shown(code: str) -> str:
    """Write a code as it stands on a slip: ABCD-EFGH-JKMN."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def read(typed: str) -> str:
    """Read a code as somebody typed it; "" when it can be none. Signs that are never used stand for their likeness."""
    plain = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_MISTAKEN)
    fits = len(plain) == LENGTH and all(sign in SIGNS for sign in plain)
    return plain if fits else ""


def kept_of(code: str, key: bytes) -> str:
    """Give what is kept of a code: a hash under the installation's key, so that a stolen table opens nothing."""
    return hmac.new(key, b"questionnaire slip\x00" + code.encode(), hashlib.sha256).hexdigest()
