"""What runs by itself, and how often: one row each."""

from answerable.kernel.jobs.rules import Every

SCHEDULE: list[Every] = []
