"""Letters from the public and questions of the press: what was asked, until when, and what was answered.

What it is not: a list of the people who write; how to reach them is kept apart, sealed, and deleted after closing. Main
words: *letter*, *reply* (one reviewed text, for one letter or many), *inquiry* (of an outlet), *contact* (the way
back to the asker).
"""
