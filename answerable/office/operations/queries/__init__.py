"""The only reads of the room."""

from answerable.office.operations.queries.kept import (
    BackupRow,
    DrillRow,
    StandstillRow,
    backup_to_try,
    backups,
    drills,
    heads,
    newest_backup,
    standstills,
)
from answerable.office.operations.queries.state import (
    FailedJob,
    State,
    answers,
    failed_jobs,
    nothing_moves_since,
    state,
)

__all__ = [
    "BackupRow",
    "DrillRow",
    "FailedJob",
    "StandstillRow",
    "State",
    "answers",
    "backup_to_try",
    "backups",
    "drills",
    "failed_jobs",
    "heads",
    "newest_backup",
    "nothing_moves_since",
    "standstills",
    "state",
]
