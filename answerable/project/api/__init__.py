"""The interface for programs: items, stories and signals, read only, with personal tokens, described by OpenAPI.

What it is not: a second way to write. Main words: *token* (a key of one account), *scope* (what it may read),
*pace* (how many calls a minute).
"""
