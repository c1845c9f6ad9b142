"""Publishing the head of the trail: signed once a day, kept as a row and as a line in a file outside."""

import os
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.db import transaction

from answerable.kernel.actor import Actor
from answerable.kernel.trail import queries as trail
from answerable.kernel.trail.actions import record
from answerable.office.operations.models import Head
from answerable.office.operations.rules import heads
from answerable.office.operations.rules.heads import Statement


def signing_key(path: Path) -> Ed25519PrivateKey:
    """Read the key that signs heads; make it where there is none yet, readable by its owner alone."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = Ed25519PrivateKey.generate()
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{path.name} holds a key of another kind")
    return key


def publish_head(key: Ed25519PrivateKey, folder: Path, *, by: Actor, at: datetime) -> Statement:
    """Sign how long the trail is and where it ends; keep it as a row, then as a line of `heads.jsonl` in a folder.

    The folder is what an operator lets another machine take: only there does a head prove anything.
    """
    by.need("system.keep")
    with transaction.atomic():
        record("operations.publish_head", "trail:head", by=by, at=at)
        entries, head = trail.end()
        said = heads.sign(Statement(at.astimezone(UTC).isoformat(), entries, head), key)
        Head.objects.create(at=at, entries=entries, head=head, key=said.key, signature=said.signature)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "heads.jsonl").open("a", encoding="utf-8") as file:
        file.write(heads.line(said) + "\n")
    return said
