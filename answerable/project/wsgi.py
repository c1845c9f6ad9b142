"""The door for the web server."""

import gc
import os
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from answerable.project.supervisor import end_with_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.project.settings")


def load_views(patterns: Iterable[Any]) -> int:
    """Import every room's addresses and views now, not with somebody's first page; gives how many there are."""
    return sum(load_views(getattr(pattern, "url_patterns", ())) or 1 for pattern in patterns)


end_with_server()
application = get_wsgi_application()
load_views(get_resolver().url_patterns)
# What is loaded now stays for good: 270,000 objects, which the collector would walk through in the middle of somebody's
# page (170 ms each time) to find none that may go.
gc.collect()
gc.freeze()
