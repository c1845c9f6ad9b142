"""Jobs that the tests of the jobs layer queue."""

from pathlib import Path

from django_tasks import task

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated


@task
def add_line(path: str, line: str) -> None:
    """Append a line to a file."""
    with Path(path).open("a") as file:
        file.write(line + "\n")


@task
def work_slowly(path: str, seconds: float) -> None:
    """Say "began", work, say "ended"."""
    with Path(path).open("a") as file:
        file.write("began\n")
    clock.pause(seconds)
    with Path(path).open("a") as file:
        file.write("ended\n")


@task
def fail_until(path: str, times: int) -> None:
    """Fail so many times, then succeed."""
    tried = len(Path(path).read_text().splitlines()) if Path(path).exists() else 0
    with Path(path).open("a") as file:
        file.write("tried\n")
    if tried < times:
        raise Anticipated("The other side is busy.", "It is tried again by itself.")
