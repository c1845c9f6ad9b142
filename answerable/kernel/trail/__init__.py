"""The trail: who did what, when, to what; appended in the business transaction, chained by hashes.

What it is not: a log of who looked at what, or a measure of anybody's work.
Main words: *entry* (one act), *payload* (what changed; may be erased by law without breaking the chain),
*head* (the newest hash; published outside, it makes cutting and rewriting detectable).
"""
