"""Where a proxy speaks TLS in front, cookies and browsers are bound to it."""

import json
import logging
import os
import re
import subprocess
import sys

import pytest

ASKED = """
import json
from answerable.project import settings as told
names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
         "SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SESSION_COOKIE_SAMESITE", "CSRF_COOKIE_SAMESITE",
         "SESSION_COOKIE_HTTPONLY", "DEBUG", "LOGGING")
from django.conf import global_settings
print(json.dumps({name: getattr(told, name, getattr(global_settings, name, None)) for name in names}))
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
    assert told["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True


def test_cookies_stay_with_requests_of_our_own_pages_and_away_from_scripts(told):
    assert told["SESSION_COOKIE_SAMESITE"] == told["CSRF_COOKIE_SAMESITE"] == "Lax"
    assert told["SESSION_COOKIE_HTTPONLY"] is True


def test_what_is_served_shows_no_debugging_pages(told):
    assert told["DEBUG"] is False


def test_every_line_of_the_log_says_its_distance_from_utc(told):
    line = told["LOGGING"]["formatters"]["line"]
    record = logging.LogRecord("answerable", logging.INFO, "", 0, "here", (), None)
    said = logging.Formatter(line["format"], line["datefmt"], style="{").format(record)
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4} INFO answerable: here$", said)
    assert told["LOGGING"]["formatters"]["json"]["datefmt"] == line["datefmt"]
