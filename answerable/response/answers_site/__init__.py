"""The public site: every published answer, its history and its corrections, without scripts and without tracking.

What it is not: a forum or a counter of visitors. Main words: *page* (one answer at its permanent address),
*verdict* (did it help, what is still open), *export* (the same bytes as files).
"""
