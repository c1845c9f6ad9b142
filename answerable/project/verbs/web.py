"""Run the web server alone, for a service unit of its own."""

import argparse
import os

from answerable.project import processes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: %(default)s)")
    parser.add_argument("--web-workers", type=int, default=1, help="processes of the web server")


def run(options: argparse.Namespace) -> int:
    """Become the web server."""
    command = processes.web_command(options.host, options.port, workers=options.web_workers)
    os.execv(command[0], command)  # noqa: S606 - our own command, no shell
