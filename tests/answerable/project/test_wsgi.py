"""The web server's door opens with everything loaded, and what stays is out of the collector's sight."""

import json
import subprocess
import sys

LOOK = """
import gc, json, sys
from answerable.project import wsgi
from django.urls import get_resolver
loaded = sum(name.startswith("answerable.") and ".views" in name for name in sys.modules)
told = [gc.get_freeze_count(), len(gc.get_objects()), wsgi.load_views(get_resolver().url_patterns), loaded]
print(json.dumps(told))
"""


def test_all_views_are_loaded_before_the_first_page_and_frozen():
    said = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True).stdout
    frozen, watched, addresses, modules = json.loads(said.splitlines()[-1])
    assert frozen > 50_000
    assert watched < frozen / 10
    assert addresses > 300
    assert modules > 30
