"""Reading signals and watches: for this room's pages and for the rooms above."""

from answerable.listening.signals.queries.door import may_judge, may_keep, signal_for, watch_for
from answerable.listening.signals.queries.figures import (
    Morning,
    morning,
    morning_asked,
    saved_searches,
    signal_marks,
)
from answerable.listening.signals.queries.signals import (
    SignalPage,
    SignalRow,
    SignalTable,
    newest,
    signal_page,
    signal_table,
)
from answerable.listening.signals.queries.watches import (
    TrialRow,
    WatchRow,
    stories_switch,
    trial,
    watch_rows,
    watch_rows_asked,
)

__all__ = [
    "Morning",
    "SignalPage",
    "SignalRow",
    "SignalTable",
    "TrialRow",
    "WatchRow",
    "may_judge",
    "may_keep",
    "morning",
    "morning_asked",
    "newest",
    "saved_searches",
    "signal_for",
    "signal_marks",
    "signal_page",
    "signal_table",
    "stories_switch",
    "trial",
    "watch_for",
    "watch_rows",
    "watch_rows_asked",
]
