"""What the body says: letters, cases, answers and the public site they are read on.

Rooms look downward only: answers_site, answers, cases, letters.
"""
