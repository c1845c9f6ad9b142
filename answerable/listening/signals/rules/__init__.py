"""Decisions of the room on plain values: states, the switch, what is told when, counts as the library wants them."""
