"""Concerns: what the public is worried about, assessed by two people, answered against the clock, and learnt from.

What it is not: a file on who said it. Main words: *case* (a concern that is being dealt with), *assessment* (factors
that give a level), *fact* (a claim, its evidence and our finding), *review* (the look back after the action).
"""
