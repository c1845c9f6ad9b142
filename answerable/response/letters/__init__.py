"""Letters from the public and questions of the press: what was asked, until when, and what was answered.

What it is not: a list of the people who write; how to reach them is kept apart and deleted after closing. Main words:
*letter*, *inquiry* (of an outlet), *contact* (the way back to the asker).
"""
