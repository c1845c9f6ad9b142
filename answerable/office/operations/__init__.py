"""How the system itself is kept: backups, drills, the state of its parts, the published head of the trail.

What it is not: a monitor of people. Main words: *backup*, *drill* (a backup restored to see that it restores),
*standstill* (a part that does not move, and since when), *head* (the newest hash of the trail, published outside).
"""
