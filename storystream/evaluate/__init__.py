"""How good the stories are, in figures that others use, and the floors below which they may not fall.

What it is: metrics, replays of labelled sets, the null that bars are learnt from. What it is not: part of a running
stream. Main words: *agreement*, *replay*, *null*, *floor*.
"""
