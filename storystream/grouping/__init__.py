"""Folds become stories, online: sparse similarity with time, decided by a bar that a null has calibrated.

What it is: the vectors, the index, the decision, the hourly merge and split. What it is not: reading text or
folding copies. Main words: *representative* (one of at most eight items that stand for a live story),
*bar* (what a score must reach), *null* (items of days too far apart to be one story).
"""
