"""Charts of the papers: drawn as small SVG of our own, readable in black and white, each with its words and its table.

What it is not: a plotting library; it knows four shapes and draws what it is given. Main words: *chart* (what is to be
shown), *series* (one line or one row of bars), *drawing* (the SVG).
"""
