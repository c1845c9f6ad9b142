"""Kinds of posts and what each allows; who answers for a post on a day. Plain values, no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class PostKind(StrEnum):
    """What a post is for."""

    LEAD = "lead"
    OFFICE = "office"
    LIAISON = "liaison"
    SPOKESPERSON = "spokesperson"
    KEEPER = "keeper"
    INSPECTOR = "inspector"
    OVERSIGHT = "oversight"


POST_NAMES = {
    PostKind.LEAD: _("Head"),
    PostKind.OFFICE: _("Communications office"),
    PostKind.LIAISON: _("Contact of a unit"),
    PostKind.SPOKESPERSON: _("Spokesperson"),
    PostKind.KEEPER: _("Keeper of a channel"),
    PostKind.INSPECTOR: _("Inspector"),
    PostKind.OVERSIGHT: _("Oversight"),
}


class Role(StrEnum):
    """What an account may do that no post gives."""

    NONE = ""
    ADMINISTRATOR = "administrator"
    READER = "reader"


ROLE_NAMES = {
    Role.NONE: _("what its posts allow"),
    Role.ADMINISTRATOR: _("administrator: keeps accounts, people and the system, judges nothing"),
    Role.READER: _("reader: sees stories and signals"),
}

#: Everybody with a post listens, keeps their own watches, reads the plan and carries out their own duties.
EVERYBODY = frozenset(
    {
        "listen.read",
        "watches.keep",
        "notices.read",
        "people.read",
        "api.use",
        "cases.read",
        "answers.read",
        "reviews.take",
        "rota.read",
        "plan.read",
        "duties.read",
        "channels.read",
        "foresight.read",
        "inspections.read",
        "questionnaires.read",
        "training.read",
        "papers.read",
    }
)
#: Works on cases and letters of its reach, drafts answers.
_ANSWERING = frozenset({"cases.work", "letters.read", "letters.work", "answers.draft"})
_OFFICE = (
    EVERYBODY
    | _ANSWERING
    | {"sources.keep", "stories.regroup", "signals.judge", "people.keep", "watches.share"}
    | {"cases.assess", "cases.lead", "letters.contact", "answers.publish", "rota.keep"}
    | {"plan.keep", "calendars.keep", "duties.accept"}
    | {"channels.keep", "channels.file", "content.draft", "content.publish", "foresight.work"}
    | {
        "inspections.keep",
        "questionnaires.keep",
        "training.keep",
        "papers.write",
        "papers.send",
        "templates.keep",
    }
)
ABILITIES: dict[PostKind, frozenset[str]] = {
    PostKind.LEAD: EVERYBODY
    | {"signals.judge", "stories.regroup", "cases.work", "cases.assess", "cases.lead", "letters.read"}
    | {"clocks.extend", "plan.approve", "duties.accept", "duties.waive"}
    | {"foresight.work", "foresight.agree", "accountability.read", "accountability.decide"}
    | {"papers.write", "papers.sign", "papers.send"},
    PostKind.OFFICE: _OFFICE,
    PostKind.LIAISON: EVERYBODY
    | _ANSWERING
    | {"sources.keep", "cases.assess"}
    | {"content.draft", "foresight.work", "inspections.reply", "papers.write"},
    PostKind.SPOKESPERSON: EVERYBODY
    | {"stories.regroup", "signals.judge", "cases.work", "cases.assess", "letters.read"}
    | {"answers.draft", "answers.publish"},
    PostKind.KEEPER: EVERYBODY
    | {"answers.draft", "channels.keep", "content.draft", "content.publish", "inspections.reply"},
    PostKind.INSPECTOR: EVERYBODY | {"inspections.inspect", "papers.write"},
    PostKind.OVERSIGHT: EVERYBODY
    | {"trail.read", "accountability.read", "accountability.work", "inspections.keep"},
}
#: An administrator keeps the system and the people and judges nothing.
ROLE_ABILITIES: dict[Role, frozenset[str]] = {
    Role.NONE: frozenset(),
    Role.ADMINISTRATOR: frozenset(
        {"people.read", "people.keep", "accounts.keep", "system.keep", "trail.read", "notices.read"}
    ),
    Role.READER: frozenset({"listen.read", "notices.read"}),
}
#: Posts whose reach is the whole body, not their own unit and what lies below.
WHOLE_BODY = frozenset({PostKind.LEAD, PostKind.OFFICE, PostKind.SPOKESPERSON, PostKind.OVERSIGHT})


class HoldingKind(StrEnum):
    """How somebody holds a post."""

    MAIN = "main"
    BACKUP = "backup"
    ACTING = "acting"


HOLDING_NAMES = {
    HoldingKind.MAIN: _("main"),
    HoldingKind.BACKUP: _("backup"),
    HoldingKind.ACTING: _("acting"),
}
#: Who answers first: the main holder; while they are away whoever was named as acting; then the backups.
_ORDER = {HoldingKind.MAIN: 0, HoldingKind.ACTING: 1, HoldingKind.BACKUP: 2}


@dataclass(frozen=True, slots=True)
class Span:
    """A span of days, both ends included; no end means until further notice."""

    begins_on: date
    ends_on: date | None = None

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.begins_on <= day and (self.ends_on is None or day <= self.ends_on)

    def overlaps(self, other: "Span") -> bool:
        """Say whether two spans share a day."""
        ends_before = self.ends_on is not None and self.ends_on < other.begins_on
        begins_after = other.ends_on is not None and other.ends_on < self.begins_on
        return not (ends_before or begins_after)


@dataclass(frozen=True, slots=True)
class Held:
    """One person's holding of one post on a day; `away` says that they are absent."""

    person: int
    kind: HoldingKind
    order: int
    away: bool


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers for a post, and in whose place where it is not the main holder."""

    person: int
    kind: HoldingKind
    instead_of: int | None


def who_answers(holdings: Iterable[Held]) -> Answering | None:
    """Say who answers for a post: the first of main, acting and backup who is not away. None: the post is open."""
    ranked: Sequence[Held] = sorted(holdings, key=lambda held: (_ORDER[held.kind], held.order, held.person))
    main = next((held.person for held in ranked if held.kind is HoldingKind.MAIN), None)
    for held in ranked:
        if not held.away:
            return Answering(held.person, held.kind, None if held.person == main else main)
    return None


def abilities_of(kinds: Iterable[PostKind], role: Role) -> frozenset[str]:
    """Add up what posts and role allow."""
    return ROLE_ABILITIES[role].union(*(ABILITIES[kind] for kind in kinds))
