"""One switch between machine code and plain Python for the inner loops.

Every inner loop is written once, as a Python function on numpy arrays. Ordinarily numba turns it into machine
code; with STORYSTREAM_PLAIN=1 in the environment the very same source runs as it stands and numba is never
imported, which is how a test proves that both give the same figures and how a machine without LLVM can work.

Two rules keep the twins equal: read array elements through `int(...)` or `float(...)`, and keep every whole
number below 2**63, because Python's integers grow where machine integers wrap.
"""

import os
from collections.abc import Callable
from typing import Any, TypeVar

PLAIN = os.environ.get("STORYSTREAM_PLAIN", "") not in ("", "0")

Loop = TypeVar("Loop", bound=Callable[..., Any])

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

        A loop that calls another compiled loop should live in the same file: the kept code is renewed when
        its own file changes, not when a file it calls into does.

        >>> @compiled
        ... def twice(n):
        ...     return 2 * n
        >>> twice(21)
        42
        """
        try:
            machine: Loop = numba.njit(cache=True)(loop)
        except RuntimeError:  # a read-only installation: compile anew in each process
            machine = numba.njit(loop)
        return machine
