"""Run one worker: takes jobs from the queue and starts what is due."""

import argparse

from django.conf import settings

from answerable.egress import wall
from answerable.project import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("--batch", action="store_true", help="do what is waiting, then stop")


def run(options: argparse.Namespace) -> int:
    """Work until told to stop."""
    installation.load()
    from answerable.kernel.jobs.worker import Worker  # noqa: PLC0415 - models need the loaded application
    from answerable.project.schedule import SCHEDULE  # noqa: PLC0415 - the same

    wall.stand_always(
        settings.EGRESS_POLICY, inner=installation.database_places(settings.DATABASES["default"])
    )
    worker = Worker(SCHEDULE, batch=options.batch)
    worker.configure_signals()
    worker.run()
    return 0
