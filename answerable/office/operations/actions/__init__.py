"""The only writers of the room."""

from answerable.office.operations.actions.backing_up import back_up, prune, write_archive
from answerable.office.operations.actions.drilling import drill
from answerable.office.operations.actions.heads import publish_head, signing_key
from answerable.office.operations.actions.restoring import Place, restore, steps
from answerable.office.operations.actions.standing import dismiss_job, note_pulse, retry_job

__all__ = [
    "Place",
    "back_up",
    "dismiss_job",
    "drill",
    "note_pulse",
    "prune",
    "publish_head",
    "restore",
    "retry_job",
    "signing_key",
    "steps",
    "write_archive",
]
