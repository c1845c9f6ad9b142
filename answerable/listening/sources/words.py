"""The words of the room's states, outcomes and languages, in the reader's language."""

from django.utils.translation import gettext_lazy as _

from answerable.listening.sources.rules.outcomes import Outcome
from answerable.listening.sources.rules.states import State

STATES = {
    State.ACTIVE: _("active"),
    State.EMPTY: _("empty"),
    State.FAILING: _("failing"),
    State.BLOCKED: _("blocked"),
    State.REFUSED: _("refused"),
    State.SILENT: _("silent"),
    State.GONE: _("gone"),
    State.WAITING: _("moved, waits for you"),
    State.PAUSED: _("paused"),
    State.STOPPED: _("stopped"),
}
FOUND = {
    State.ACTIVE: _("is heard again"),
    State.EMPTY: _("came empty three times in a row"),
    State.FAILING: _("failed"),
    State.BLOCKED: _("was blocked"),
    State.REFUSED: _("could not be read"),
    State.SILENT: _("fell silent"),
    State.GONE: _("is gone"),
    State.WAITING: _("moved to another site"),
}
OUTCOMES = {
    Outcome.HEARD: _("something new"),
    Outcome.UNCHANGED: _("nothing new"),
    Outcome.NOT_MODIFIED: _("not changed (304)"),
    Outcome.SILENT: _("silent for too long"),
    Outcome.EMPTY: _("empty"),
    Outcome.FAILED: _("failed"),
    Outcome.BLOCKED: _("blocked"),
    Outcome.REFUSED: _("refused"),
    Outcome.MISSED: _("missed"),
    Outcome.MOVED: _("moved away"),
    Outcome.GONE: _("gone (410)"),
}
#: The acts of the room as the trail of a source shows them.
ACTS = {
    "add": _("added"),
    "edit": _("edited"),
    "pause": _("paused"),
    "resume": _("resumed"),
    "stop": _("stopped"),
    "confirm": _("followed to its new address"),
    "decline": _("not followed to its new address"),
    "poll_now": _("asked for a poll"),
    "followed_move": _("moved under the same name"),
    "renew_secret": _("secret renewed"),
    "hand_in_file": _("file handed in"),
    "take_file": _("file taken in"),
    "drop_file": _("file dropped"),
    **{f"found_{state}": words for state, words in FOUND.items()},
}
#: The four marks of the page: never by colour alone.
TONES = {
    State.ACTIVE: "ok",
    State.EMPTY: "soon",
    State.SILENT: "soon",
    State.FAILING: "late",
    State.BLOCKED: "late",
    State.REFUSED: "late",
    State.GONE: "late",
    State.WAITING: "soon",
    State.PAUSED: "idle",
    State.STOPPED: "idle",
}
OUTCOME_TONES = {
    Outcome.HEARD: "ok",
    Outcome.UNCHANGED: "ok",
    Outcome.NOT_MODIFIED: "ok",
    Outcome.SILENT: "soon",
    Outcome.EMPTY: "soon",
    Outcome.MOVED: "soon",
    Outcome.FAILED: "late",
    Outcome.BLOCKED: "late",
    Outcome.REFUSED: "late",
    Outcome.GONE: "late",
    Outcome.MISSED: "late",
}
LANGUAGES = [
    ("", _("as the source says")),
    ("zh-Hans", _("Chinese, simplified")),
    ("zh-Hant", _("Chinese, traditional")),
    ("en", _("English")),
    ("bo", _("Tibetan")),
    ("mn", _("Mongolian")),
    ("ug", _("Uyghur")),
    ("ja", _("Japanese")),
    ("ko", _("Korean")),
    ("fr", _("French")),
    ("de", _("German")),
    ("es", _("Spanish")),
    ("ru", _("Russian")),
]
