"""Warnings put before people: more than chance allows, with the odds.

What it is not: an alarm on single items or on people.
Main words: *watch* (a saved search that may signal), *series* (counts by the hour), *signal* (what was seen, what
was expected, how often chance does that).
"""
