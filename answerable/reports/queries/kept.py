"""What was kept under its hash, read to its end: files that went out, and templates that papers are set with."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.storage import default_storage

from answerable.reports.models import OwnTemplateVersion, SentFile

#: Files are read in pieces of this many bytes.
PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file, what it belongs to, and what is wrong with it; nothing: it is as it was."""

    name: str
    belongs_to: str
    fault: str


def kept_files() -> Iterator[KeptFile]:
    """Read every file that papers and templates keep, and say of each whether it is what it was."""
    for sent in SentFile.objects.order_by("pk").iterator():
        yield KeptFile(sent.name, f"paper {sent.paper_id}", _fault(sent.stored, sent.sha256))
    for version in OwnTemplateVersion.objects.select_related("template").order_by("pk").iterator():
        yield KeptFile(
            version.file_name, f"template {version.template_id}", _fault(version.stored, version.sha256)
        )


def _fault(stored: str, sha256: str) -> str:
    digest = hashlib.sha256()
    try:
        with default_storage.open(stored, "rb") as kept:
            while piece := kept.read(PIECE):
                digest.update(piece)
    except OSError:
        return "is not there"
    return "" if digest.hexdigest() == sha256 else "is not what it was"
