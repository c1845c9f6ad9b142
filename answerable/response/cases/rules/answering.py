"""What an answer does to a case: which of its clocks it meets, and whether it is one of substance."""

from collections.abc import Iterable
from enum import StrEnum

from django.utils.translation import pgettext_lazy


class AnswerKind(StrEnum):
    """The kinds of answers (response/answers publishes them)."""

    FIRST_RELEASE = "first_release"
    ANSWER = "answer"
    CLARIFICATION = "clarification"
    CONFERENCE = "conference"
    CORRECTION = "correction"
    UPDATE = "update"


ANSWER_NAMES = {
    AnswerKind.FIRST_RELEASE: pgettext_lazy("kind of answer", "first release"),
    AnswerKind.ANSWER: pgettext_lazy("kind of answer", "answer"),
    AnswerKind.CLARIFICATION: pgettext_lazy("kind of answer", "clarification"),
    AnswerKind.CONFERENCE: pgettext_lazy("kind of answer", "press conference"),
    AnswerKind.CORRECTION: pgettext_lazy("kind of answer", "correction"),
    AnswerKind.UPDATE: pgettext_lazy("kind of answer", "update"),
}
#: Names of the stages as plans write them; both spellings of the first are in the packs.
AUTHORITATIVE = ("publish_authoritative_info", "publish_authoritative_information")
_UPDATE = ("update",)
#: The stages that each kind meets. An answer says more than a first release, so it meets that stage too; a
#: conference is held in person and nothing else replaces it. A correction mends and meets nothing.
STAGES_MET: dict[AnswerKind, tuple[str, ...]] = {
    AnswerKind.FIRST_RELEASE: (*AUTHORITATIVE, *_UPDATE),
    AnswerKind.ANSWER: (*AUTHORITATIVE, "publish_response", *_UPDATE),
    AnswerKind.CLARIFICATION: (*AUTHORITATIVE, "publish_response", *_UPDATE),
    AnswerKind.CONFERENCE: (*AUTHORITATIVE, "press_conference", "publish_response", *_UPDATE),
    AnswerKind.CORRECTION: (),
    AnswerKind.UPDATE: _UPDATE,
}
#: Kinds that answer the matter. A first release says that we know and what we do; that is not yet an answer.
SUBSTANTIVE = frozenset({AnswerKind.ANSWER, AnswerKind.CLARIFICATION, AnswerKind.CONFERENCE})


def stages_met(kinds: Iterable[str]) -> frozenset[str]:
    """Name the stages that answers of these kinds meet; a kind nobody knows meets none."""
    return frozenset(
        stage for kind in kinds if kind in set(AnswerKind) for stage in STAGES_MET[AnswerKind(kind)]
    )


def is_substantive(kind: str) -> bool:
    """Say whether an answer of this kind answers the matter."""
    return kind in SUBSTANTIVE
