"""Run with production settings: the web server and the worker as one supervised tree of processes."""

import argparse
import sys

from answerable.kernel.errors import Anticipated
from answerable.project import installation, processes
from answerable.project.supervisor import Supervisor


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=2, help="worker processes (default: %(default)s)")
    parser.add_argument("--web-workers", type=int, default=1, help="processes of the web server")


def run(options: argparse.Namespace) -> int:
    """Make ready and serve until told to stop."""
    installation.load()
    try:
        installation.make_ready(installation.to_stderr)
        installation.compile_core(installation.to_stderr)
    except Anticipated as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    children = processes.tree(
        options.host, options.port, workers=options.workers, web_workers=options.web_workers
    )
    return Supervisor(children).run()
