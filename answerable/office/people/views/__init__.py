"""Pages of the room: each reads the clock and the actor and calls one query or action."""
