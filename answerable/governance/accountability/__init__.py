"""A missed duty, heard fairly: facts, notice, defence, a decision by several, review.

What it is not: a discipline system; it opens on a finding of a missed duty only, never by itself, and ends at
reminder, talk or notice. Main words: *file*, *excuse* (looked up before blame), *defence*, *measure*.
"""
