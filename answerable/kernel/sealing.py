"""Secrets of others (mailbox passwords, webhook keys) in the database: sealed with the installation's own."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from answerable.kernel.errors import Anticipated


class BrokenSeal(Anticipated):
    """The secret was sealed by another installation's key, or was changed."""


def _box() -> Fernet:
    key = hashlib.scrypt(
        settings.SECRET_KEY.encode(), salt=b"answerable sealing", n=2**12, r=8, p=1, dklen=32
    )
    return Fernet(base64.urlsafe_b64encode(key))


def seal(text: str) -> str:
    """Seal a secret for the database."""
    return _box().encrypt(text.encode()).decode() if text else ""


def unseal(sealed: str) -> str:
    """Open a sealed secret; raises BrokenSeal when this installation cannot."""
    if not sealed:
        return ""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise BrokenSeal(
            _("A stored secret cannot be read with this installation's key."),
            _("Enter it again, or bring back the file “secret” of the installation that stored it."),
        ) from None
