"""Opens the demo's town in an empty folder: every room has something to show before the house is filled."""

import importlib
import os
import sys
from pathlib import Path

from answerable.project import installation
from answerable.project.verbs import demo

#: Nothing is served while pages are measured; links in messages need some port.
PORT = 8399


def open_town(folder: Path) -> None:
    """Make the folder a lived-in installation. The settings are read from here on."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.project.settings")
    demo.settle_in(folder, PORT)
    installation.load()
    if not (folder / "town.json").exists():
        installation.make_ready(lambda _line: None)
        demo.load_town(folder)


def serve_town(folder: Path) -> None:
    """Open it as the web server does: everything loaded, and what stays out of the collector's sight."""
    open_town(folder)
    importlib.import_module("answerable.project.wsgi")


if __name__ == "__main__":
    open_town(Path(sys.argv[1]).absolute())
