"""Who learnt what for the post they hold, and until when it is valid.

What it is not: a ranking, a score of people or a count of clicks. Main words: *course*, *session* (one sitting of a
course), *record* (who attended, hours), *requirement* (what a post must hold).
"""
