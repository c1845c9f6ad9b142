"""The application's own settings in test mode: no file of secrets, plain static files, no fsync."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("ANSWERABLE_MODE", "test")
os.environ.setdefault(
    "DJANGO_ALLOW_ASYNC_UNSAFE", "true"
)  # the browser driver runs an event loop beside the test

os.environ.setdefault("ANSWERABLE_DATA", str(Path(tempfile.gettempdir()) / "answerable-tests"))

from answerable.project.settings import *  # noqa: F403

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher"
]  # tests sign in often; strength is tested apart
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405 - from the settings above
