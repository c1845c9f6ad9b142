"""Who is on duty from when to when, and what one says to the next at hand-over.

What it is not: a time clock; nothing here measures how long anybody works. Main words: *turn* (a span of duty),
*rota* (the turns in order), *hand-over note* (what the next one must know).
"""
