"""Papers on the command line: which kinds there are, a draft made, a paper written into a file."""

import argparse
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.project import installation

FORMS = ("docx", "pdf", "html", "xlsx", "csv")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the acts."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    one = acts.add_parser("kinds", help="list the kinds of papers, what each is about and what it spans")
    one = acts.add_parser(
        "make", help="make a draft; prints its number, or makes none where the same is there"
    )
    one.add_argument("kind")
    one.add_argument(
        "--begin", type=date.fromisoformat, help="first day, such as 2026-07-01 (default: last span)"
    )
    one.add_argument("--end", type=date.fromisoformat, help="last day")
    one.add_argument("--unit", default="", help="code of the unit (default: the whole body)")
    one.add_argument("--about", default="", help="what it is about, such as case:5")
    one.add_argument("--language", choices=("en", "zh"), default="zh")
    one.add_argument("--by", default="", help="the account that makes it (default: the machine)")
    one = acts.add_parser(
        "write", help="write a paper into a file; what went out comes as the bytes that went out"
    )
    one.add_argument("number", type=int)
    one.add_argument("file", type=Path, help=f"its ending says the form: {', '.join(FORMS)}")
    one.add_argument("--by", default="", help="the account that asks (default: the machine)")


def run(options: argparse.Namespace) -> int:
    """Do one act; everything anticipated ends with a sentence."""
    installation.load()
    from answerable.kernel.errors import Anticipated  # noqa: PLC0415 - needs Django

    acts = {"kinds": _kinds, "make": _make, "write": _write}
    try:
        return acts[options.act](options)
    except (Anticipated, OSError) as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1


def _kinds(_options: argparse.Namespace) -> int:
    from answerable.reports.kinds import KINDS  # noqa: PLC0415 - needs Django

    for key, kind in KINDS.items():
        about = kind.about
        sys.stdout.write(
            f"{key:<18} {about.span:<8} {about.subject or '-':<8} {about.name.en} {about.name.zh}\n"
        )
    return 0


def _make(options: argparse.Namespace) -> int:
    from answerable.office.people import queries as people  # noqa: PLC0415 - needs Django
    from answerable.reports import actions  # noqa: PLC0415 - needs Django

    now = clock.now()
    begin, end = _span(options, people.day_of(now))
    asked = actions.Asked(
        kind=options.kind,
        language="zh-hans" if options.language == "zh" else "en",
        begin=begin,
        end=end,
        unit=_unit(options.unit),
        subject=options.about,
    )
    paper = actions.make(asked, by=_by(options.by), at=now)
    sys.stdout.write(f"{paper}\n")
    return 0


def _write(options: argparse.Namespace) -> int:
    from answerable.kernel.errors import Anticipated  # noqa: PLC0415 - needs Django
    from answerable.reports import queries  # noqa: PLC0415 - needs Django

    form = options.file.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise Anticipated(
            f"{options.file}: no form of papers.", f"End its name with one of {', '.join(FORMS)}."
        )
    found = queries.file_of(_by(options.by), options.number, form)
    options.file.write_bytes(found.content)
    sys.stdout.write(f"{options.file}: {len(found.content)} bytes\n")
    for notice in found.notices:
        sys.stdout.write(f"  {notice.en}\n")
    return 0


def _span(options: argparse.Namespace, today: date) -> tuple[date, date]:
    from answerable.kernel.errors import Anticipated  # noqa: PLC0415 - needs Django
    from answerable.reports.kinds import KINDS  # noqa: PLC0415 - needs Django
    from answerable.reports.rules.periods import span_of  # noqa: PLC0415 - needs Django

    if options.begin and options.end:
        return options.begin, options.end
    if options.begin or options.end:
        raise Anticipated("A period has two ends.", "Give --begin and --end, or neither.")
    if options.kind not in KINDS:
        raise Anticipated(f"There is no kind of paper called {options.kind}.", "`paper kinds` lists them.")
    this, _end = span_of(KINDS[options.kind].about.span, today)
    return span_of(KINDS[options.kind].about.span, this - timedelta(days=1))


def _unit(code: str) -> int:
    from answerable.kernel.errors import Anticipated  # noqa: PLC0415 - needs Django
    from answerable.office.people import queries as people  # noqa: PLC0415 - needs Django

    units = people.units_here()
    body = people.body()
    found = next((unit for unit in units if unit.code == code), None) if code else body
    if found is None:
        raise Anticipated(
            f"There is no unit {code}.", f"There are: {', '.join(unit.code for unit in units)}."
        )
    return found.id


def _by(account: str) -> Any:
    from answerable.kernel.errors import Anticipated  # noqa: PLC0415 - needs Django
    from answerable.office.people import queries as people  # noqa: PLC0415 - needs Django

    if not account:
        return MACHINE
    found = people.account_named(account)
    if found is None:
        raise Anticipated(f"There is no account {account}.", "`answerable account` makes one.")
    return people.actor_for(found, at=clock.now())
