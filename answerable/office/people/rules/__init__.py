"""Decisions of the room on plain values: what posts allow and who answers; what a handed-in roster would change."""

from answerable.office.people.rules.posts import (
    ABILITIES,
    EVERYBODY,
    HOLDING_NAMES,
    POST_NAMES,
    ROLE_ABILITIES,
    ROLE_NAMES,
    WHOLE_BODY,
    Answering,
    Held,
    HoldingKind,
    PostKind,
    Role,
    Span,
    abilities_of,
    who_answers,
)

__all__ = [
    "ABILITIES",
    "EVERYBODY",
    "HOLDING_NAMES",
    "POST_NAMES",
    "ROLE_ABILITIES",
    "ROLE_NAMES",
    "WHOLE_BODY",
    "Answering",
    "Held",
    "HoldingKind",
    "PostKind",
    "Role",
    "Span",
    "abilities_of",
    "who_answers",
]
