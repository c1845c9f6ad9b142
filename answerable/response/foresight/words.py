"""Releases in words: tones and icons of states and levels, the same on every page."""

from answerable.response.foresight.rules.levels import Level
from answerable.response.foresight.rules.states import Heard, Standing, State

#: A colour never stands without its word and icon.
STATE_TONES = {
    State.PLANNED: "soon",
    State.PARTLY: "soon",
    State.RELEASED: "soon",
    State.OVER: "soon",
    State.FINISHED: "ok",
    State.WITHDRAWN: "idle",
}
STATE_ICONS = {
    State.PLANNED: "hourglass-split",
    State.PARTLY: "eye",
    State.RELEASED: "eye",
    State.OVER: "arrow-counterclockwise",
    State.FINISHED: "check-circle",
    State.WITHDRAWN: "slash-circle",
}
STANDING_TONES = {
    Standing.DRAFT: "soon",
    Standing.AT_GATE: "soon",
    Standing.SENT_BACK: "late",
    Standing.AGREED: "ok",
}
LEVEL_TONES = {Level.LOW: "ok", Level.MEDIUM: "soon", Level.HIGH: "late"}
LEVEL_ICONS = {
    Level.LOW: "dash-circle",
    Level.MEDIUM: "arrow-up-right",
    Level.HIGH: "exclamation-triangle",
}
HEARD_TONES = {Heard.WAITING: "soon", Heard.FORESEEN: "ok", Heard.UNFORESEEN: "late", Heard.OTHER: "idle"}
