"""The limited child: `python -m answerable.governance.plan.reading.child`. One file in, one JSON object out."""

import codecs
import json
import os
import resource
import sys
import zipfile

from lxml import etree

from answerable.governance.plan.reading.word import paragraphs_of
from answerable.governance.plan.rules.refusals import BadPaper

#: Trust design H7: 256 MB and ten seconds for one document; five of them on the processor.
MEMORY_BYTES = 256 * 1024 * 1024
CPU_S = 5


def lock_down() -> None:
    """Give up files, programs, memory and time; what is loaded by now stays."""
    codecs.lookup("cp437")
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
    """Read a file: its paragraphs, or why not."""
    try:
        return {"paragraphs": paragraphs_of(body)}
    except BadPaper as bad:
        return {"refused": bad.code}
    except (MemoryError, RecursionError):
        return {"refused": "too_heavy"}
    except (
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        KeyError,
    ):
        return {"refused": "unreadable"}


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
