"""Run the made-up town of Yunting: its bureau, its two weeks of news, and the news that goes on while you watch.

Everything lies in one folder and listens on this machine alone. Ctrl-C ends it whole; starting it again goes on.
"""

import argparse
import json
import os
import shutil
import socket
import sys
import urllib.parse
import webbrowser
from datetime import datetime
from pathlib import Path
from threading import Thread

from answerable.kernel import clock
from answerable.project import installation, processes
from answerable.project.checkout import need_checkout
from answerable.project.supervisor import Child, Supervisor

#: Where the demo is served unless told otherwise.
PORT = 8321


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("--port", type=int, default=PORT, help="port to listen on (default: %(default)s)")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    parser.add_argument(
        "--data", type=Path, default=Path("data/demo"), help="folder of the demo (default: %(default)s)"
    )


def say(line: str) -> None:
    """Tell the person at the terminal."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def is_free(port: int) -> bool:
    """Say whether nobody listens on a port of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """Find a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def settle_in(data: Path, port: int) -> None:
    """Point the application at the demo's folder, before its settings are read."""
    os.environ.pop("ANSWERABLE_DATABASE_URL", None)
    os.environ["ANSWERABLE_MODE"] = "demo"
    os.environ["ANSWERABLE_DATA"] = str(data)
    os.environ["ANSWERABLE_HOSTS"] = "localhost,127.0.0.1,[::1]"
    os.environ["ANSWERABLE_ADDRESS"] = f"http://localhost:{port}"
    # Two weeks of a town need no compiled core, and compiling it takes longer than living through them.
    os.environ["STORYSTREAM_PLAIN"] = "1"
    os.environ.setdefault("ANSWERABLE_LOG_LEVEL", "WARNING")


def town_state(data: Path) -> dict[str, object] | None:
    """Read what is known of a town that was opened to its end; an unfinished one counts as none."""
    path = data / "town.json"
    return json.loads(path.read_text()) if path.exists() else None


def load_town(data: Path) -> None:
    """Open the bureau and live through its two weeks; a town left half open by a kill is begun anew."""
    from demo.filling import fill_town  # noqa: PLC0415 - needs the loaded application
    from demo.wings import fill_wings  # noqa: PLC0415 - the same

    state = {"opened": clock.now().isoformat(), "port": free_port()}
    opened = datetime.fromisoformat(str(state["opened"]))
    fill_town(f"http://127.0.0.1:{state['port']}", opened, tell=lambda day: say(f"      day {day} of 14"))
    fill_wings(opened, tell=lambda what: say(f"      {what}"))
    scratch = data / "town.json.new"
    scratch.write_text(json.dumps(state))
    scratch.replace(data / "town.json")


def welcome(port: int) -> None:
    """Print the address and the cast."""
    from demo.opening import PASSWORD  # noqa: PLC0415 - needs the loaded application
    from demo.town import CAST  # noqa: PLC0415 - the same

    say("")
    say(f"Answerable is open at  http://localhost:{port}/")
    say(f"Sign in with one of these names; the password of all is  {PASSWORD}")
    for citizen in CAST:
        say(f"  {citizen.login:<6} {citizen.name}: {citizen.what}")
    say("Ctrl-C ends it; starting it again goes on where it was.")
    sys.stdout.flush()


def wait_and_show(port: int, *, browser: bool) -> None:
    """Wait until the pages are served, then print the welcome and open a browser."""
    until = clock.monotonic() + 60
    while clock.monotonic() < until:
        with socket.socket() as probe:
            probe.settimeout(0.5)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        clock.pause(0.2)
    welcome(port)
    if browser:
        webbrowser.open(urllib.parse.urlunsplit(("http", f"localhost:{port}", "/", "", "")))


def run(options: argparse.Namespace) -> int:
    """Make ready, load the town where it is not loaded, and run until Ctrl-C."""
    root = need_checkout()
    sys.path.insert(0, str(root))
    began = clock.monotonic()
    data = options.data.absolute()
    if not is_free(options.port):
        say(f"Port {options.port} is in use. Choose another one: ./do demo --port {options.port + 1}")
        return 1
    state = town_state(data)
    if state is None and data.exists():
        say("The last start did not finish; beginning anew.")
        shutil.rmtree(data)
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    settle_in(data, options.port)
    say("[1/4] Loading the application")
    installation.load()
    say("[2/4] Database and style sheets")
    installation.make_ready(lambda line: say(f"      {line}"))
    if state is None:
        say("[3/4] Yunting's two weeks of news, in Chinese and English")
        load_town(data)
    else:
        say("[3/4] Yunting is as you left it")
    say(f"[4/4] Starting web and workers ({clock.monotonic() - began:.0f} s so far)")
    children = processes.tree("127.0.0.1", options.port)
    town = [sys.executable, "-m", "demo.running", str(data / "town.json")]
    children.append(Child("press", town, {"PYTHONPATH": str(root)}))
    Thread(
        target=wait_and_show, args=(options.port,), kwargs={"browser": not options.no_browser}, daemon=True
    ).start()
    return Supervisor(children).run()
