"""Takes from this process what a reader of hostile documents must not have: files, sockets, children, memory, time.

Two walls for the network: no new descriptor can be opened at all (RLIMIT_NOFILE), and the interpreter refuses
every socket and program (audit hook). The memory limit counts from what the loaded parsers already take.
"""

import resource
import signal
import sys

#: Trust design §6.2: five CPU seconds and 256 MB for one document.
CPU_S = 5
MEMORY_BYTES = 256 * 1024 * 1024
REFUSED_EVENTS = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "ctypes.dlopen",
)


def address_space() -> int:
    """Give the bytes of address space that this process has mapped (first field of statm, in pages)."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def lock_down() -> None:
    """Give everything up for good; call when all parsers are loaded."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    most = address_space() + MEMORY_BYTES
    for limit, value in (
        (resource.RLIMIT_AS, most),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 3),  # the three that are open: task in, reading out, nothing
    ):
        resource.setrlimit(limit, (value, value))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(REFUSED_EVENTS):
        raise PermissionError(event)


def allow_one_document() -> None:
    """Grant the CPU seconds of one document; who needs more is ended by the kernel (SIGXCPU)."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    used = int(spent.ru_utime + spent.ru_stime)
    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (used + CPU_S, hard))
