"""One switch between machine code and plain Python for the inner loops.

Every inner loop is written once, as a Python function on numpy arrays. Ordinarily numba turns it into machine
code; with STORYSTREAM_PLAIN=1 in the environment the very same source runs as it stands and numba is never
imported, which is how a test proves that both give the same figures and how a machine without LLVM can work.

Two rules keep the twins equal: read array elements through `int(...)` or `float(...)`, and keep every whole
number below 2**63, because Python's integers grow where machine integers wrap.
"""

import hashlib
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

PLAIN = os.environ.get("STORYSTREAM_PLAIN", "") not in ("", "0")

Loop = TypeVar("Loop", bound=Callable[..., Any])

_HERE = Path(__file__).parent


@cache
def source_stamp(folder: Path) -> str:
    """A digest of the loops in `folder` and in `text`, which all others call into."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted({*folder.glob("*.py"), *(_HERE / "text").glob("*.py")}):
        source = path.read_bytes()
        if b"@compiled" in source:
            digest.update(source)
    return digest.hexdigest()


if PLAIN:

    def compiled(loop: Loop) -> Loop:
        """The function as it stands: this process was asked to run plain Python.

        >>> @compiled
        ... def twice(n):
        ...     return 2 * n
        >>> twice(21)
        42
        """
        return loop

else:
    import numba

    def compiled(loop: Loop) -> Loop:
        """The function as machine code, kept on disk between runs where a folder for it can be written.

        numba renews what it kept when a loop's own file changes, but not when a loop in another file does that
        it calls; the stamp of kept code is therefore made from all files that may take part.

        >>> @compiled
        ... def twice(n):
        ...     return 2 * n
        >>> int(twice(21))
        42
        """
        folder = Path(loop.__code__.co_filename).parent
        try:
            machine: Any = numba.njit(cache=folder.is_relative_to(_HERE))(loop)
        except RuntimeError:  # a read-only installation: compile anew in each process
            machine = numba.njit(loop)
        kept = getattr(getattr(machine, "_cache", None), "_cache_file", None)
        if kept is not None:
            kept._source_stamp = (kept._source_stamp, source_stamp(folder))
        kept_loop: Loop = machine
        return kept_loop
