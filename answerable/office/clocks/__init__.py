"""Deadlines and the working-day calendars they are counted on; every deadline shows its derivation.

What it is not: a watch on how long anybody works. Main words: *limit* (5 h, 7 working days), *calendar* (holidays and
make-up working days as versioned figures), *derivation* (day by day, what was counted and what was not).
"""
