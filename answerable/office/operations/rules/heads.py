"""The published head of the trail: what is signed, how it is read back, what it proves and what it cannot."""

import base64
import json
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.utils.translation import gettext_lazy as _

from answerable.kernel.errors import Anticipated


@dataclass(frozen=True, slots=True)
class Statement:
    """So many entries had been written at this moment, and the newest had this hash."""

    at: str
    entries: int
    head: str
    key: str = ""
    signature: str = ""


def words(statement: Statement) -> bytes:
    """Give exactly the bytes that are signed: four lines, so that anyone can check them with any tool."""
    return f"answerable trail head\n{statement.at}\n{statement.entries}\n{statement.head}\n".encode()


def public_half(key: Ed25519PrivateKey) -> str:
    """Write the public half of a key, base64 of its 32 bytes."""
    return base64.b64encode(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()


def sign(statement: Statement, key: Ed25519PrivateKey) -> Statement:
    """Sign a statement (Ed25519, RFC 8032)."""
    signature = base64.b64encode(key.sign(words(statement))).decode()
    return Statement(statement.at, statement.entries, statement.head, public_half(key), signature)


def is_signed(statement: Statement) -> bool:
    """Say whether the signature is that of the named key over these words."""
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(statement.key, validate=True))
        key.verify(base64.b64decode(statement.signature, validate=True), words(statement))
    except (ValueError, InvalidSignature):
        return False
    return True


def line(statement: Statement) -> str:
    """Write a statement as one line of JSON."""
    return json.dumps(
        {
            "at": statement.at,
            "entries": statement.entries,
            "head": statement.head,
            "key": statement.key,
            "signature": statement.signature,
        },
        separators=(",", ":"),
    )


def read(text: str) -> Statement:
    """Read one line of JSON, or a bare hash; Anticipated where it is neither."""
    text = text.strip()
    if len(text) == 64 and all(letter in "0123456789abcdef" for letter in text):
        return Statement("", 0, text)
    try:
        said = json.loads(text)
        return Statement(
            str(said["at"]), int(said["entries"]), str(said["head"]), str(said["key"]), str(said["signature"])
        )
    except (ValueError, TypeError, KeyError):
        raise Anticipated(
            _("This is not a published head."),
            _("Give the line as it was published, or the 64 letters of its hash."),
        ) from None
