"""The settings of the worker that a journey starts: those of the tests, on the very database of the test."""

import os

from tests.settings import *  # noqa: F403

DATABASES["default"]["NAME"] = os.environ["ANSWERABLE_JOURNEY_DATABASE"]  # noqa: F405 - from the settings above
