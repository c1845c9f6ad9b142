"""Ordered approvals by distinct people, each bound to the hash of the text that they read.

What it is not: a place where texts are kept, or a vote. Main words: *gate* (the ordered steps a text must pass), *step*
(one person's reading), *passage* (the proof that a text with this hash passed).
"""
