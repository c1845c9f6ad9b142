"""Kinds and states of channels and pieces, and what each change asks of the gate."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from answerable.kernel.moves import Moves


class ChannelKind(StrEnum):
    """What sort of place it is."""

    SITE = "site"
    ACCOUNT = "account"
    APP = "app"
    NEWSLETTER = "newsletter"
    SCREEN = "screen"


CHANNEL_KIND_NAMES: Mapping[ChannelKind, str | Promise] = {
    ChannelKind.SITE: pgettext_lazy("channel", "web site"),
    ChannelKind.ACCOUNT: pgettext_lazy("channel", "official account"),
    ChannelKind.APP: pgettext_lazy("channel", "app"),
    ChannelKind.NEWSLETTER: pgettext_lazy("channel", "newsletter"),
    ChannelKind.SCREEN: pgettext_lazy("channel", "public screen"),
}


class ChannelState(StrEnum):
    """Where a channel stands."""

    APPLIED = "applied"
    APPROVED = "approved"
    FILED = "filed"
    LIVE = "live"
    DORMANT = "dormant"
    CLOSING = "closing"
    CLOSED = "closed"
    DROPPED = "dropped"


class ChannelMove(StrEnum):
    """What can happen to a channel."""

    APPROVE = "approve"
    FILE = "file"
    GO_LIVE = "go_live"
    SLEEP = "sleep"
    WAKE = "wake"
    ASK_CLOSE = "ask_close"
    KEEP_OPEN = "keep_open"
    CLOSE = "close"
    DROP = "drop"


CHANNEL_MOVES: Moves[ChannelState, ChannelMove] = Moves(
    {
        (ChannelState.APPLIED, ChannelMove.APPROVE): ChannelState.APPROVED,
        (ChannelState.APPLIED, ChannelMove.DROP): ChannelState.DROPPED,
        (ChannelState.APPROVED, ChannelMove.FILE): ChannelState.FILED,
        (ChannelState.APPROVED, ChannelMove.DROP): ChannelState.DROPPED,
        (ChannelState.FILED, ChannelMove.GO_LIVE): ChannelState.LIVE,
        (ChannelState.LIVE, ChannelMove.SLEEP): ChannelState.DORMANT,
        (ChannelState.DORMANT, ChannelMove.WAKE): ChannelState.LIVE,
        (ChannelState.LIVE, ChannelMove.ASK_CLOSE): ChannelState.CLOSING,
        (ChannelState.DORMANT, ChannelMove.ASK_CLOSE): ChannelState.CLOSING,
        (ChannelState.CLOSING, ChannelMove.KEEP_OPEN): ChannelState.LIVE,
        (ChannelState.CLOSING, ChannelMove.CLOSE): ChannelState.CLOSED,
    }
)
CHANNEL_STATE_NAMES: Mapping[ChannelState, str | Promise] = {
    ChannelState.APPLIED: pgettext_lazy("channel", "applied for"),
    ChannelState.APPROVED: pgettext_lazy("channel", "approved"),
    ChannelState.FILED: pgettext_lazy("channel", "filed"),
    ChannelState.LIVE: pgettext_lazy("channel", "in use"),
    ChannelState.DORMANT: pgettext_lazy("channel", "dormant"),
    ChannelState.CLOSING: pgettext_lazy("channel", "being closed"),
    ChannelState.CLOSED: pgettext_lazy("channel", "closed"),
    ChannelState.DROPPED: pgettext_lazy("channel", "not opened"),
}
#: In use: can be published through, is looked at by checks and drawn by inspections.
RUNNING = (ChannelState.LIVE, ChannelState.DORMANT, ChannelState.CLOSING)


class ChangeKind(StrEnum):
    """What is asked for a channel: each passes the gate and is filed (plan: g-channel)."""

    OPEN = "open"
    CHANGE = "change"
    CLOSE = "close"


CHANGE_KIND_NAMES: Mapping[ChangeKind, str | Promise] = {
    ChangeKind.OPEN: pgettext_lazy("channel", "Opening"),
    ChangeKind.CHANGE: pgettext_lazy("channel", "Change"),
    ChangeKind.CLOSE: pgettext_lazy("channel", "Closing"),
}


class ChangeState(StrEnum):
    """Where an application stands."""

    ASKED = "asked"
    AGREED = "agreed"
    FILED = "filed"
    DROPPED = "dropped"


CHANGE_STATE_NAMES: Mapping[ChangeState, str | Promise] = {
    ChangeState.ASKED: pgettext_lazy("application", "at its gate"),
    ChangeState.AGREED: pgettext_lazy("application", "agreed, to be filed"),
    ChangeState.FILED: pgettext_lazy("application", "filed"),
    ChangeState.DROPPED: pgettext_lazy("application", "dropped"),
}


class PieceKind(StrEnum):
    """What a piece is; a policy and its interpretation go through a gate that asks for more."""

    NEWS = "news"
    NOTICE = "notice"
    SERVICE = "service"
    POLICY = "policy"
    INTERPRETATION = "interpretation"


PIECE_KIND_NAMES: Mapping[PieceKind, str | Promise] = {
    PieceKind.NEWS: pgettext_lazy("piece", "news"),
    PieceKind.NOTICE: pgettext_lazy("piece", "notice"),
    PieceKind.SERVICE: pgettext_lazy("piece", "service information"),
    PieceKind.POLICY: pgettext_lazy("piece", "policy document"),
    PieceKind.INTERPRETATION: pgettext_lazy("piece", "interpretation of a policy"),
}
#: The gates of the plan in force by kind; office.review falls back on three readings where a plan names none.
GATES: Mapping[PieceKind, str] = {
    **dict.fromkeys(PieceKind, "g-publish"),
    PieceKind.POLICY: "g-policy",
}
CHANNEL_GATE = "g-channel"


class PieceState(StrEnum):
    """Where a piece stands."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    READY = "ready"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    REVIEW_DUE = "review_due"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    DROPPED = "dropped"


class PieceMove(StrEnum):
    """What can happen to a piece."""

    HAND_IN = "hand_in"
    TAKE_BACK = "take_back"
    SEND_BACK = "send_back"
    CLEAR = "clear"
    EDIT = "edit"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    PUBLISH = "publish"
    FALL_DUE = "fall_due"
    KEEP = "keep"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    DROP = "drop"


#: An edit of a text that is being read or was read leads back to its first reading: what was passed is void.
PIECE_MOVES: Moves[PieceState, PieceMove] = Moves(
    {
        (PieceState.DRAFT, PieceMove.EDIT): PieceState.DRAFT,
        (PieceState.DRAFT, PieceMove.HAND_IN): PieceState.IN_REVIEW,
        (PieceState.DRAFT, PieceMove.DROP): PieceState.DROPPED,
        (PieceState.IN_REVIEW, PieceMove.EDIT): PieceState.IN_REVIEW,
        (PieceState.IN_REVIEW, PieceMove.CLEAR): PieceState.READY,
        (PieceState.IN_REVIEW, PieceMove.SEND_BACK): PieceState.DRAFT,
        (PieceState.IN_REVIEW, PieceMove.TAKE_BACK): PieceState.DRAFT,
        (PieceState.READY, PieceMove.EDIT): PieceState.IN_REVIEW,
        (PieceState.READY, PieceMove.PUBLISH): PieceState.PUBLISHED,
        (PieceState.READY, PieceMove.SCHEDULE): PieceState.SCHEDULED,
        (PieceState.READY, PieceMove.TAKE_BACK): PieceState.DRAFT,
        (PieceState.SCHEDULED, PieceMove.EDIT): PieceState.IN_REVIEW,
        (PieceState.SCHEDULED, PieceMove.PUBLISH): PieceState.PUBLISHED,
        (PieceState.SCHEDULED, PieceMove.UNSCHEDULE): PieceState.READY,
        (PieceState.PUBLISHED, PieceMove.FALL_DUE): PieceState.REVIEW_DUE,
        (PieceState.PUBLISHED, PieceMove.CORRECT): PieceState.CORRECTED,
        (PieceState.PUBLISHED, PieceMove.WITHDRAW): PieceState.WITHDRAWN,
        (PieceState.REVIEW_DUE, PieceMove.KEEP): PieceState.PUBLISHED,
        (PieceState.REVIEW_DUE, PieceMove.CORRECT): PieceState.CORRECTED,
        (PieceState.REVIEW_DUE, PieceMove.WITHDRAW): PieceState.WITHDRAWN,
    }
)
PIECE_STATE_NAMES: Mapping[PieceState, str | Promise] = {
    PieceState.DRAFT: pgettext_lazy("piece", "being written"),
    PieceState.IN_REVIEW: pgettext_lazy("piece", "in review"),
    PieceState.READY: pgettext_lazy("piece", "ready to publish"),
    PieceState.SCHEDULED: pgettext_lazy("piece", "scheduled"),
    PieceState.PUBLISHED: pgettext_lazy("piece", "published"),
    PieceState.REVIEW_DUE: pgettext_lazy("piece", "to be looked at again"),
    PieceState.CORRECTED: pgettext_lazy("piece", "replaced by a correction"),
    PieceState.WITHDRAWN: pgettext_lazy("piece", "withdrawn"),
    PieceState.DROPPED: pgettext_lazy("piece", "dropped"),
}
OUT = (PieceState.PUBLISHED, PieceState.REVIEW_DUE)
#: What the log and the feeds go on showing.
EVER_OUT = (*OUT, PieceState.CORRECTED, PieceState.WITHDRAWN)
WRITABLE = PIECE_MOVES.starts_of(PieceMove.EDIT)


class Delivery(StrEnum):
    """How a passed piece gets onto a channel."""

    COPY = "copy"
    FEED = "feed"
    WEBHOOK = "webhook"


DELIVERY_NAMES: Mapping[Delivery, str | Promise] = {
    Delivery.COPY: pgettext_lazy("delivery", "the keeper copies it (no open interface)"),
    Delivery.FEED: pgettext_lazy("delivery", "the channel reads our feed"),
    Delivery.WEBHOOK: pgettext_lazy("delivery", "we send it to the channel, signed"),
}


class OutState(StrEnum):
    """Where one publication on one channel stands."""

    WAITING = "waiting"
    OUT = "out"
    FAILED = "failed"


OUT_STATE_NAMES: Mapping[OutState, str | Promise] = {
    OutState.WAITING: pgettext_lazy("publication", "on its way"),
    OutState.OUT: pgettext_lazy("publication", "out"),
    OutState.FAILED: pgettext_lazy("publication", "not delivered"),
}


class PlanState(StrEnum):
    """Where an interpretation stands."""

    PLANNED = "planned"
    COSIGNED = "cosigned"
    PUBLISHED = "published"


PLAN_STATE_NAMES: Mapping[PlanState, str | Promise] = {
    PlanState.PLANNED: pgettext_lazy("interpretation", "planned"),
    PlanState.COSIGNED: pgettext_lazy("interpretation", "signed together with the policy"),
    PlanState.PUBLISHED: pgettext_lazy("interpretation", "published"),
}
LANGUAGES: Mapping[str, str] = {"zh": "中文", "en": "English"}
