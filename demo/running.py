"""The town as a process: its press goes on printing while somebody watches."""

import argparse
import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

from demo.news import live, two_weeks
from demo.press import Shelf, open_press
from demo.town import ILL


def main() -> int:
    """Serve the press until told to stop; new pieces appear every few seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("state", type=Path, help="the town's own file in the demo's folder")
    state = json.loads(parser.parse_args().state.read_text())
    opened = datetime.fromisoformat(state["opened"])
    shelf = Shelf(two_weeks(opened))
    press = open_press(shelf, state["port"], failing=(ILL,))
    Thread(target=press.serve_forever, daemon=True).start()
    for piece in live(opened):
        wait = (piece.at - datetime.now(UTC)).total_seconds()
        # What should have appeared while the demo was closed is not made up for, but for its last minutes.
        if wait < -600:
            continue
        if wait > 0:
            time.sleep(wait)
        shelf.add(piece)
    return 0


if __name__ == "__main__":
    sys.exit(main())
