"""The limited child: `python -m answerable.office.people.reading.child`. One file in, one JSON object out."""

import codecs
import json
import os
import resource
import sys

from answerable.office.people.reading.table import rows_of
from answerable.office.people.rules.roster_reasons import BadRoster

#: Trust design H7: 256 MB and ten seconds for one spreadsheet; five of them on the processor.
MEMORY_BYTES = 256 * 1024 * 1024
CPU_S = 5
#: Python loads these from files when they are first needed, and then no file can be opened any more.
CODECS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "cp437")


def lock_down() -> None:
    """Give up files, programs, memory and time; what is loaded by now stays."""
    for name in CODECS:
        codecs.lookup(name)
    with open("/proc/self/statm", encoding="ascii") as file:
        mapped = int(file.read().split()[0]) * resource.getpagesize()
    used = int(resource.getrusage(resource.RUSAGE_SELF).ru_utime)
    for limit, value in (
        (resource.RLIMIT_AS, mapped + MEMORY_BYTES),
        (resource.RLIMIT_CPU, used + CPU_S),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 3),
    ):
        resource.setrlimit(limit, (value, value))


def answer(body: bytes) -> dict[str, object]:
    """Read a file: its rows, or why not."""
    try:
        return {"rows": rows_of(body)}
    except BadRoster as bad:
        return {"refused": bad.code, "details": bad.details}
    except (MemoryError, RecursionError):
        return {"refused": "too_heavy", "details": {}}


def main() -> None:
    """Read what comes in, say what it holds."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    body = sys.stdin.buffer.read()
    lock_down()
    out.write(json.dumps(answer(body)))
    out.flush()


if __name__ == "__main__":
    main()
