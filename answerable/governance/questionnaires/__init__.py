"""Questions answered without a name: nothing here ties an answer to whoever gave it.

What it is not: a vote on people, or a way to find out who said what. Main words: *questionnaire*, *token* (a slip
that opens one form once), *answer sheet* (answers alone, without time or token), *cell* (a count that is shown
only when it is large enough).
"""
