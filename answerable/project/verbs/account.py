"""Make an account, or give it a new link for setting its password; prints the link."""

import argparse
import sys

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated
from answerable.project import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("name", help="the name to sign in with")
    parser.add_argument(
        "--role", default="", choices=["", "administrator", "reader"], help="beside what posts allow"
    )


def run(options: argparse.Namespace) -> int:
    """Make the account where there is none, and print where its password is set."""
    installation.load()
    from django.conf import settings  # noqa: PLC0415 - needs the loaded application

    from answerable.office.people import actions, queries  # noqa: PLC0415 - the same
    from answerable.office.people.actions.accounts import AccountDraft, password_link  # noqa: PLC0415 - the same
    from answerable.office.people.rules import Role  # noqa: PLC0415 - the same

    account = queries.account_named(options.name)
    if account is None:
        try:
            draft = AccountDraft(options.name, None, Role(options.role))
            account = actions.make_account(draft, by=MACHINE, at=clock.now())
        except Anticipated as refusal:
            sys.stderr.write(f"{refusal}\n")
            return 1
    sys.stdout.write(f"{settings.PUBLIC_ADDRESS}{password_link(account)}\n")
    return 0
