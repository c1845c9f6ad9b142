"""Units, posts, dated holdings, accounts, and who may do what.

What it is not: a staff file; it knows posts and their holders, nothing about how anybody works.
Main words: *unit* (a department, in a tree), *post* (a duty of office), *holding* (who holds a post from when to
when: main, backup or acting).
"""
