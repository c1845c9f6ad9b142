"""Rounds of inspection: who is drawn, what is looked at, what was found and how it was put right.

What it is not: a watch on people or a score for a person. Main words: *programme* (what is inspected how often),
*round*, *draw* (a lot that anyone can recompute), *observation*, *finding*, *correction*.
"""
