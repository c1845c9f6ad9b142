"""The key under which codes of slips are hashed."""

import hashlib

from django.conf import settings


def slip_key() -> bytes:
    """Give the installation's own key for slips: it lies outside the database, so a stolen one opens no slip."""
    return hashlib.sha256(b"questionnaire slips\x00" + settings.SECRET_KEY.encode()).digest()
