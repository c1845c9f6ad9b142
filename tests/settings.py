"""The application's own settings in test mode: no file of secrets, plain static files, no fsync."""

import os

os.environ.setdefault("ANSWERABLE_MODE", "test")
os.environ.setdefault(
    "DJANGO_ALLOW_ASYNC_UNSAFE", "true"
)  # the browser driver runs an event loop beside the test

from answerable.project.settings import *  # noqa: F403

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher"
]  # tests sign in often; strength is tested apart
