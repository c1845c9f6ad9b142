"""The trail of acts: check its chain against heads that were published, or publish its head now."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated
from answerable.project import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    verbs = parser.add_subparsers(dest="what", required=True)
    verify = verbs.add_parser("verify", help="walk the chain, name the first row that does not fit")
    verify.add_argument(
        "--head",
        action="append",
        default=[],
        help="a head kept elsewhere: a line, a hash, or a file of lines",
    )
    verbs.add_parser("publish", help="sign the head and write it where another machine fetches it")


def run(options: argparse.Namespace) -> int:
    """Do it."""
    installation.load()
    if options.what == "publish":
        from answerable.office.operations import actions  # noqa: PLC0415 - models need the loaded application
        from answerable.office.operations.rules import heads  # noqa: PLC0415 - the same

        key = actions.signing_key(settings.SECRETS["trail.key"])
        said = actions.publish_head(key, settings.HEADS, by=MACHINE, at=clock.now())
        sys.stdout.write(heads.line(said) + "\n")
        return 0
    return check(options.head)


def _lines(given: Iterable[str]) -> list[str]:
    found: list[str] = []
    for one in given:
        path = Path(one) if len(one) < 1000 and not one.startswith("{") else None
        found += path.read_text(encoding="utf-8").splitlines() if path and path.is_file() else [one]
    return [line for line in found if line.strip()]


def check(given: Iterable[str]) -> int:
    """Verify the trail against heads from outside and say what this proves; 1 where it does not fit."""
    from answerable.kernel.trail import queries  # noqa: PLC0415 - models need the loaded application
    from answerable.office.operations.rules import heads  # noqa: PLC0415 - the same

    try:
        outside = [heads.read(line) for line in _lines(given)]
    except Anticipated as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    forged = [said for said in outside if said.signature and not heads.is_signed(said)]
    if forged:
        sys.stdout.write(f"trail: the signature of the head of {forged[0].at} is not good\n")
        return 1
    verdict = queries.verify((said.entries, said.head) for said in outside)
    if verdict.bad_row is not None:
        where = f"row {verdict.bad_row}" if verdict.bad_row > 0 else "the end"
        sys.stdout.write(f"trail: {where}: {verdict.reason}\n")
        return 1
    sys.stdout.write(f"trail: {verdict.entries} entries fit, head {verdict.head}\n")
    if not outside:
        sys.stdout.write(
            "Without a head that was kept elsewhere this cannot show that the end was cut off,\n"
            "or that the whole was written anew. Give one with --head.\n"
        )
    return 0
