"""Errors that we expect: each carries one sentence for a person and the next step."""

from datetime import datetime
from typing import Protocol


class Sentence(Protocol):
    """A text, or one that is put into the reader's language when it is shown."""

    def __str__(self) -> str:
        """Give the words."""
        ...


class Anticipated(Exception):
    """Something that can go wrong in ordinary use, told in one sentence with a next step.

    Pages show `sentence` and `next_step`; `retry_at` tells a program when trying again makes sense, None means
    that a person has to act. Everything that is not Anticipated is a defect and is loud.
    """

    status = 422

    def __init__(
        self, sentence: Sentence, next_step: Sentence = "", *, retry_at: datetime | None = None
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step
        self.retry_at = retry_at

    def __str__(self) -> str:
        return f"{self.sentence} {self.next_step}".strip()


class NotAllowed(Anticipated):
    """The actor's posts do not allow it."""

    status = 403


class NotFound(Anticipated):
    """There is no such thing, or none that this actor may see: the page does not tell which."""

    status = 404


class Moved(Anticipated):
    """Somebody else was quicker: the thing is no longer in the state that the actor saw."""

    status = 409
