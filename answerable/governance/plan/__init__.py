"""The written plan as data: clauses, what each gives rise to, rule packs, and the version in force.

What it is not: the running of it, which is in duties, clocks, cases and gates. Main words: *plan*, *clause* (a
sentence of it with its hash), *pack* (a jurisdiction's parameters with their sources), *version*.
"""
