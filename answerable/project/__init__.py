"""Where the rooms are put together: settings, addresses, wiring, schedule, the command line.

What it is not: a place for decisions of a room. Main words: *wiring* (which news causes which action),
*schedule* (what runs by itself, and how often).
"""
