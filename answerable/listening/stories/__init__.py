"""Runs storystream over what arrives and keeps its stories.

What it is not: a judge of what a story says or of who wrote it.
Main words: *story* (items about one matter), *placement* (where an item lies and why), *regrouping* (a merge or split).
"""
