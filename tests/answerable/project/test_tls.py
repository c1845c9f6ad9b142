"""Where a proxy speaks TLS in front, cookies and browsers are bound to it."""

import json
import os
import subprocess
import sys

import pytest

ASKED = """
import json
from answerable.project import settings as told
names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
         "SECURE_HSTS_SECONDS")
print(json.dumps({name: getattr(told, name) for name in names}))
"""


@pytest.fixture
def told(tmp_path):
    """The settings of a served installation behind TLS."""
    environment = {
        **os.environ,
        "ANSWERABLE_MODE": "serve",
        "ANSWERABLE_HTTPS": "1",
        "ANSWERABLE_DATA": str(tmp_path),
    }
    asked = subprocess.run([sys.executable, "-c", ASKED], env=environment, capture_output=True, check=True)
    return json.loads(asked.stdout)


def test_behind_tls_cookies_belong_to_this_host_and_never_travel_in_the_clear(told):
    assert told["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert told["CSRF_COOKIE_NAME"].startswith("__Host-")
    assert told["SESSION_COOKIE_SECURE"] is told["CSRF_COOKIE_SECURE"] is True


def test_behind_tls_browsers_come_by_tls_for_a_year(told):
    assert told["SECURE_HSTS_SECONDS"] >= 365 * 24 * 3600
