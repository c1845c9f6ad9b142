"""Reading the plan."""

from answerable.governance.plan.queries.standing import (
    Standing,
    in_force,
    posts_bound,
    standing_of,
    upcoming,
)

__all__ = ["Standing", "in_force", "posts_bound", "standing_of", "upcoming"]
