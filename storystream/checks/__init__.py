"""What every stream promises, as functions that anyone can run on their own items.

What it is: determinism, restart, shards, nothing dropped. What it is not: quality; that is `evaluate`.
Main words: *promise*, *broken promise*.
"""

from storystream.checks.promises import PROMISES, BrokenPromise

__all__ = ["PROMISES", "BrokenPromise"]
