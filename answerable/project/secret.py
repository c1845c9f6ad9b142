"""The installation's secret: made once, kept in a file that only its owner may read."""

import os
import secrets
from pathlib import Path


def secret_path(data: Path) -> Path:
    """Say where the secret lies: ANSWERABLE_SECRET_FILE, or the data folder."""
    return Path(os.environ.get("ANSWERABLE_SECRET_FILE", data / "secret"))


def secret_key(data: Path, *, mode: str) -> str:
    """Read the secret from ANSWERABLE_SECRET_FILE or the data folder; make it where there is none yet."""
    if mode == "test":
        return "only for tests, where nothing is worth protecting"
    path = secret_path(data)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
    return path.read_text().strip()


def key_of(name: str) -> str:
    """Read a key that somebody else gave out: from the file that NAME_FILE names, or from NAME itself."""
    file = os.environ.get(f"{name}_FILE", "")
    return Path(file).read_text().strip() if file else os.environ.get(name, "")
