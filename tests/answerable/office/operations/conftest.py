"""Folders of an installation under the test's own, and something in its trail."""

from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.actions import record
from tests.answerable.office.operations.makers import NOON


@pytest.fixture
def kept(tmp_path: Path, settings: Any) -> Path:
    """Point the settings at folders of this test, with a secret and a file in them."""
    settings.DATA = tmp_path / "data"
    settings.MEDIA_ROOT = tmp_path / "data" / "files"
    settings.BACKUPS = tmp_path / "backups"
    settings.HEADS = tmp_path / "heads"
    settings.SECRETS = {"secret": tmp_path / "data" / "secret", "trail.key": tmp_path / "data" / "trail.key"}
    settings.MEDIA_ROOT.mkdir(parents=True)
    (settings.DATA / "secret").write_text("kept with it")
    (settings.MEDIA_ROOT / "a.txt").write_text("附件")
    return tmp_path


@pytest.fixture
def lived(transactional_db: None) -> None:
    """Two acts in the trail, committed: an engine's own copy sees nothing of an open transaction."""
    for number in range(2):
        with transaction.atomic():
            record("test.turn", f"page:{number}", by=MACHINE, at=NOON, word="昨夜")
