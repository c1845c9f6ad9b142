"""Papers: gathered from what the system knows, edited and signed by people, laid out as the field expects.

What it is not: a place where anything is counted for the first time; a paper reads the rooms below. Main words:
*kind* (what a paper is about), *paper* (one draft of a kind for a period), *layout* (how it is set), *brief*.
"""
