"""A worker in a process of its own, with the house's schedule run faster than a day at the office needs it."""

from dataclasses import replace

import django

#: A journey cannot wait a minute for what runs each minute.
SECONDS = 2


def main() -> None:
    """Work until told to stop."""
    django.setup()
    from answerable.kernel.jobs.worker import Worker  # noqa: PLC0415 - models need the loaded application
    from answerable.project.schedule import SCHEDULE  # noqa: PLC0415 - the same

    worker = Worker([replace(row, seconds=min(row.seconds, SECONDS)) for row in SCHEDULE], interval=0.1)
    worker.configure_signals()
    worker.run()


if __name__ == "__main__":
    main()
