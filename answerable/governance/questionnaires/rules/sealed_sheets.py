"""An answer sheet sealed as it arrives: nobody can read it before the end, and all sheets are of one size.

Each sheet is sealed to the public key of its questionnaire with a key of its own (X25519, HKDF-SHA256,
ChaCha20-Poly1305, as in RFC 9180's base mode). Two copies of the database before and after an answer differ by one
opaque row; at the close the sheets are opened, counted and destroyed together with the private key.
"""

import json
from collections.abc import Sequence

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from answerable.governance.questionnaires.rules.questions import Answer, Question, Sort

#: Bytes of a public key. The nonce is fixed because every sheet has a key of its own.
_KEY, _NONCE = 32, bytes(12)
#: Room for one answer: a text of 1,000 characters of four bytes each; a list of twelve numbers.
_TEXT_ROOM, _CHOICE_ROOM = 4096, 48


def new_keys() -> tuple[bytes, bytes]:
    """Make a key pair: (private, public)."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def size_of(questions: Sequence[Question]) -> int:
    """Give the size that every sheet of a questionnaire is filled up to, whatever was answered."""
    return 64 + sum(_TEXT_ROOM if one.sort == Sort.TEXT else _CHOICE_ROOM for one in questions)


def seal(answers: Sequence[Answer], public: bytes, size: int) -> bytes:
    """Seal a sheet."""
    plain = json.dumps(list(answers), ensure_ascii=False, separators=(",", ":")).encode()
    if len(plain) > size:
        raise ValueError("the sheet is larger than its questionnaire allows")
    own = X25519PrivateKey.generate()
    own_public = own.public_key().public_bytes_raw()
    key = _key(own.exchange(X25519PublicKey.from_public_bytes(public)), own_public, public)
    return own_public + ChaCha20Poly1305(key).encrypt(_NONCE, plain.ljust(size), None)


def unseal(sealed: bytes, private: bytes) -> tuple[Answer, ...]:
    """Open a sheet. Raises InvalidTag when it was changed, or sealed to another questionnaire."""
    keeper = X25519PrivateKey.from_private_bytes(private)
    sender = sealed[:_KEY]
    shared = keeper.exchange(X25519PublicKey.from_public_bytes(sender))
    key = _key(shared, sender, keeper.public_key().public_bytes_raw())
    read = json.loads(ChaCha20Poly1305(key).decrypt(_NONCE, sealed[_KEY:], None))
    return tuple(tuple(one) if isinstance(one, list) else one for one in read)


def _key(shared: bytes, sender: bytes, keeper: bytes) -> bytes:
    derive = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"answer sheet" + sender + keeper)
    return derive.derive(shared)
