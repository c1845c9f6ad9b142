"""The demo runs on the plain core; so do its tests."""

import os

os.environ.setdefault("STORYSTREAM_PLAIN", "1")
