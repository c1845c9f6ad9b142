"""The processes of a running installation, as the supervisor starts them."""

import sys

from answerable.project.supervisor import Child

#: Worker processes of the web server and threads in each: measured best for a small machine with SQLite.
THREADS = 4
#: MB after which a web worker is replaced; about four times its size after start.
MOST_MEMORY = 700
#: Seconds after which a web worker that was told to end is killed: one that is told while it loads its views does not
#: hear it, and the server would wait for it for ever. Less than the supervisor's own patience.
LAST_WORD = 8


def web_command(host: str, port: int, *, workers: int = 1) -> list[str]:
    """Give the command that serves the pages."""
    return [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        host,
        "--port",
        str(port),
        "--workers",
        str(workers),
        "--blocking-threads",
        str(THREADS),
        "--respawn-failed-workers",
        "--workers-max-rss",
        str(MOST_MEMORY),
        "--workers-kill-timeout",
        str(LAST_WORD),
        "--no-ws",
        "--log-level",
        "warning",
        "answerable.project.wsgi:application",
    ]


def command(verb: str, *arguments: str) -> list[str]:
    """Give the command that runs a verb of ours in a process of its own."""
    return [sys.executable, "-m", "answerable.project.cli", verb, *arguments]


def tree(host: str, port: int, *, workers: int = 2, web_workers: int = 1) -> list[Child]:
    """List the processes of an installation: the web server and its workers."""
    children = [Child("web", web_command(host, port, workers=web_workers))]
    children += [Child(f"worker {number}", command("worker")) for number in range(1, workers + 1)]
    return children
