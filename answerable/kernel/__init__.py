"""What every room stands on: time, chance, actors, moves, events, registries, the trail, jobs, search.

What it is not: anything that knows a public body, a source or a duty. Nothing here imports a room.
Main words: *actor* (who does it), *move* (a named change of state), *trail* (what was done, by whom, kept for good).
"""
