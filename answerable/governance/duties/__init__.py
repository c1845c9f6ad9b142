"""What the plan asks of a post, run by run: when it is due, its evidence, its filing, and what follows when it is late.

What it is not: a ranking of people or of how long they work. Main words: *duty* (of the plan), *occurrence* (one run
with its period and its due date), *evidence* (the existing product, hashed), *filing* (a paper, with its receipt).
"""
