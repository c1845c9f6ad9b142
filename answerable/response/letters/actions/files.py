"""Sealed files of letters on the disk; they go with the contact."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction

from answerable.kernel.sealing import seal, unseal
from answerable.response.letters.models import Attachment, Letter
from answerable.response.letters.rules.attachments import Piece, look_at, safe_name
from answerable.response.letters.rules.matter import masked


def folder() -> Path:
    """Give the folder of sealed files."""
    return Path(settings.MEDIA_ROOT) / "letters"


def keep_pieces(letter: Letter, pieces: Iterable[Piece], *, own: Iterable[str]) -> None:
    """List the files of a letter; those that are safe to keep are sealed and written."""
    words = tuple(own)
    already = letter.attachments.count()
    for place, piece in enumerate(pieces, already):
        looked = look_at(piece, place)
        name = safe_name(masked(looked.name, words))
        kept = "" if looked.refused else f"{letter.reference}-{place}-{looked.sha256[:16]}.sealed"
        Attachment.objects.create(
            letter=letter,
            name=name,
            kind=looked.kind,
            size=looked.size,
            sha256=looked.sha256,
            place=kept,
            refused=looked.refused,
        )
        if kept:
            _write(kept, piece.body)


def _write(place: str, body: bytes) -> None:
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder() / place
    path.write_text(seal(body.decode("latin-1")), encoding="ascii")
    path.chmod(0o600)


def read(attachment: Attachment) -> bytes:
    """Give a kept file as it came. Raises FileNotFoundError, BrokenSeal."""
    return unseal((folder() / attachment.place).read_text(encoding="ascii")).encode("latin-1")


def delete_of(letter: Letter) -> int:
    """Delete the files of a letter once the transaction holds; gives how many."""
    rows = list(letter.attachments.exclude(place=""))
    for row in rows:
        transaction.on_commit(partial((folder() / row.place).unlink, missing_ok=True))
    letter.attachments.update(place="", name="", sha256="")
    return len(rows)
