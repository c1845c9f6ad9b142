"""The number a letter is known by, and the code that opens its follow-up page. Chance is an argument."""

import hashlib
import hmac
import re
from dataclasses import dataclass

#: Without 0 O 1 I L U: what is read out on the telephone is understood (after Crockford's base 32).
LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
#: Bytes of chance for one letter: five bits a sign, 8 signs for the reference, 26 for the code (130 bits).
SEED_BYTES = 32
REFERENCE = re.compile(r"\b([LQ])-?([2-9A-HJKMNP-TV-Z]{4})-?([2-9A-HJKMNP-TV-Z]{4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Keys:
    """The reference that everybody may know, and the code that only the asker has."""

    reference: str
    code: str


def _signs(seed: bytes, word: bytes, count: int) -> str:
    number = int.from_bytes(hmac.new(seed, word, hashlib.sha512).digest())
    signs = []
    for _sign in range(count):
        number, place = divmod(number, len(LETTERS))
        signs.append(LETTERS[place])
    return "".join(signs)


def keys_of(seed: bytes, part: str = "") -> Keys:
    """Make the keys of one letter from bytes of chance; `part` tells the letters of one file apart."""
    signs = _signs(seed, f"reference:{part}".encode(), 8)
    return Keys(f"L-{signs[:4]}-{signs[4:]}", _signs(seed, f"code:{part}".encode(), 26))


def code_hash(code: str) -> str:
    """Give what is kept of a code; signs that are easily mistaken are read as what was meant."""
    plain = re.sub(r"[\s-]+", "", code).upper()
    return hashlib.sha256(f"letters:{plain}".encode()).hexdigest()


def reference_in(text: str) -> str:
    """Find the reference of a letter in the subject of a mail; "" where there is none."""
    found = REFERENCE.search(text)
    return f"{found[1]}-{found[2]}-{found[3]}".upper() if found else ""
