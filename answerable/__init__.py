"""Answerable: the application around a public body's written communications plan.

ARCHITECTURE.md has the rooms and who may look at whom; each room's docstring says what it is.
"""

#: The version of this distribution; the packaging reads it here.
VERSION = "0.1.0"
