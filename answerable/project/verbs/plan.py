"""The plan on the command line: import a Word file, lint, preview, compare, apply and export plan files."""

import argparse
import sys
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.project import installation

#: Clauses nobody wrote a file name for go here.
OUT = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the verbs."""
    verbs = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    one = verbs.add_parser("import", help="make a plan file of a Word file; its clauses are not linked yet")
    one.add_argument("file", type=Path)
    one.add_argument("--out", default=OUT, help="where to write the plan file (default: to the screen)")
    one = verbs.add_parser(
        "lint", help="look for what is wrong with a plan file; exit code 1 where there are errors"
    )
    one.add_argument("file", type=Path)
    one.add_argument("--house", action="store_true", help="beside the units, posts and people of this house")
    one = verbs.add_parser("preview", help="show the twelve months of a plan file, with the load by post")
    one.add_argument("file", type=Path)
    one.add_argument("--post", default="", help="one post only")
    one = verbs.add_parser("diff", help="compare two plan files: sentences, figures, duties, dates")
    one.add_argument("old", type=Path)
    one.add_argument("new", type=Path)
    one = verbs.add_parser(
        "apply", help="take a plan file in as a draft and hand it in; a person approves it on the page"
    )
    one.add_argument("file", type=Path)
    one.add_argument("--by", default="", help="the account that hands it in (default: the machine)")
    one = verbs.add_parser(
        "export", help="write the plan in force, or a version, as a plan file or a Word file"
    )
    one.add_argument("out", type=Path, help="a name that ends in .yaml or .docx")
    one.add_argument(
        "--version", type=int, default=0, help="the number in its address (default: the one in force)"
    )


def run(options: argparse.Namespace) -> int:
    """Carry one verb out."""
    installation.load()
    from answerable.governance.plan.rules.refusals import REASONS, BadPaper  # noqa: PLC0415 - needs Django
    from answerable.kernel.errors import Anticipated  # noqa: PLC0415 - needs Django

    acts = {
        "import": _import,
        "lint": _lint,
        "preview": _preview,
        "diff": _diff,
        "apply": _apply,
        "export": _export,
    }
    try:
        return acts[options.act](options)
    except BadPaper as bad:
        return _refuse(" ".join(str(part) for part in REASONS[bad.code]))
    except (Anticipated, OSError, UnicodeDecodeError) as refusal:
        return _refuse(str(refusal))


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


def _say(line: str = "") -> None:
    sys.stdout.write(f"{line}\n")


def _read(path: Path) -> Any:
    from answerable.governance.plan.queries.standing import packs_at_hand  # noqa: PLC0415 - needs Django
    from answerable.governance.plan.rules.reader import read_plan  # noqa: PLC0415 - needs Django

    return read_plan(path.read_text(encoding="utf-8"), packs_at_hand(), file=str(path))


def _document(path: Path) -> Any:
    from answerable.governance.plan.rules.sentences import sentence_of  # noqa: PLC0415 - needs Django
    from answerable.kernel.errors import Anticipated  # noqa: PLC0415 - needs Django

    reading = _read(path)
    if reading.document is None:
        problem = reading.problems[0]
        said, step = sentence_of(problem)
        raise Anticipated(f"{problem.place}: {said}", step)
    return reading.document


def _import(options: argparse.Namespace) -> int:
    from answerable.governance.plan.actions.importing import draft_text, paper_of  # noqa: PLC0415 - needs Django
    from answerable.governance.plan.reading.apart import read_outline  # noqa: PLC0415 - needs Django

    body = options.file.read_bytes()
    paper = paper_of(options.file.name, body, read_outline(body))
    text = draft_text(paper, at=clock.now())
    if options.out == OUT:
        sys.stdout.write(text)
    else:
        Path(options.out).write_text(text, encoding="utf-8")
        _say(f"{options.out}: {len(paper.sentences)} clauses")
    return 0


def _lint(options: argparse.Namespace) -> int:
    from answerable.governance.plan.queries.house import as_bound_by_itself, house  # noqa: PLC0415 - needs Django
    from answerable.governance.plan.rules.lint import errors_of, lint  # noqa: PLC0415 - needs Django
    from answerable.governance.plan.rules.sentences import sentence_of  # noqa: PLC0415 - needs Django

    reading = _read(options.file)
    here = None
    if options.house and reading.document is not None:
        here = house(reading.document, as_bound_by_itself(reading.document), at=clock.now())
    found = lint(reading, here)
    for problem in found:
        said, step = sentence_of(problem)
        _say(f"{problem.place}: {problem.weight}: {said} {step} [{problem.code}]")
    errors = errors_of(found)
    _say(f"{len(errors)} errors, {len(found) - len(errors)} warnings")
    return 1 if errors else 0


def _ahead(document: Any) -> Any:
    from django.db import DatabaseError  # noqa: PLC0415 - needs Django

    from answerable.governance.plan.queries.ahead import units_by_post, year_from  # noqa: PLC0415 - needs Django
    from answerable.governance.plan.queries.calendar import calendar_for  # noqa: PLC0415 - needs Django
    from answerable.governance.plan.queries.house import Town, town  # noqa: PLC0415 - needs Django
    from answerable.governance.plan.rules.preview import look_ahead  # noqa: PLC0415 - needs Django
    from answerable.office.clocks.rules.seeds import seed  # noqa: PLC0415 - needs Django

    try:
        here, calendar = town(), calendar_for(document)
    except DatabaseError:  # a plan file can be looked at before there is a house
        here, calendar = Town((), ()), seed(document.calendar, document.zone)
    units = units_by_post(document, here)
    known = {code: where or ("-",) for code, where in units.items()}
    today = clock.now().astimezone(ZoneInfo(document.zone)).date()
    begin, end = year_from(max(today, document.effective or today))
    return look_ahead(document, calendar, known, begin, end)


def _preview(options: argparse.Namespace) -> int:
    ahead = _ahead(_document(options.file))
    rows = sorted(ahead.rows(post=options.post), key=lambda row: (row[2].due, row[0].duty.id, row[1]))
    for one, unit, run_ in rows:
        mark = " (provisional)" if run_.provisional else ""
        _say(f"{ahead.local(run_.due):%Y-%m-%d %H:%M}  {one.duty.id:<20} {one.duty.owner:<12} {unit}{mark}")
    _say()
    _say("post          " + " ".join(f"{year % 100:02d}-{month:02d}" for year, month in ahead.months))
    for post, counts in ahead.load().items():
        if options.post in ("", post):
            _say(f"{post:<13} " + " ".join(f"{counts.get(month, 0):>5}" for month in ahead.months))
    return 0


def _diff(options: argparse.Namespace) -> int:
    from answerable.governance.plan.rules.diff import compare  # noqa: PLC0415 - needs Django

    old, new = _document(options.old), _document(options.new)
    made = compare(old, new, (_ahead(old), _ahead(new)))
    _say_texts(made)
    for thing in made.things:
        _say(f"{thing.thing} {thing.what}")
        for change in thing.changes:
            _say(f"  {change.name}: {change.before or '-'} -> {change.after or '-'}")
    for runs in made.runs:
        counts = f"{len(runs.appear)} appear, {len(runs.vanish)} vanish, {len(runs.move)} move"
        _say(f"dates of {runs.duty} ({runs.owner or runs.owner_before}): {counts}")
        for before, after in runs.move:
            _say(f"  {before:%Y-%m-%d} -> {after:%Y-%m-%d}")
    if made.is_empty:
        _say("nothing changes")
    return 0


def _say_texts(made: Any) -> None:
    for clause in made.clauses:
        _say(f"sentence {clause.what}: {clause.ref or clause.id}")
        for sign, text in (("-", clause.before), ("+", clause.after)):
            if text:
                _say(f"  {sign} {text}")
    for figure in made.figures:
        _say(
            f"figure {figure.id}: {figure.before or '-'} -> {figure.after or '-'} ({', '.join(figure.touches)})"
        )


def _apply(options: argparse.Namespace) -> int:
    from answerable.governance.plan import actions  # noqa: PLC0415 - needs Django
    from answerable.governance.plan.actions.drafting import sha_of  # noqa: PLC0415 - needs Django
    from answerable.governance.plan.rules.tree import tidy  # noqa: PLC0415 - needs Django
    from answerable.kernel.errors import NotFound  # noqa: PLC0415 - needs Django
    from answerable.office.people import queries as people  # noqa: PLC0415 - needs Django

    at, actor = clock.now(), MACHINE
    if options.by:
        account = people.account_named(options.by)
        if account is None:
            raise NotFound(f"There is no account “{options.by}”.")
        actor = people.actor_for(account, at=at)
    text = tidy(options.file.read_text(encoding="utf-8"))
    made = actions.start_draft(text, by=actor, at=at)
    actions.propose(made, seen=sha_of(text), by=actor, at=at)
    _say(f"handed in: /govern/plan/versions/{made}/ waits for a second person's approval")
    return 0


def _export(options: argparse.Namespace) -> int:
    from django.conf import settings  # noqa: PLC0415 - needs Django

    from answerable.governance.plan import queries  # noqa: PLC0415 - needs Django
    from answerable.governance.plan.paper import paper_of  # noqa: PLC0415 - needs Django
    from answerable.governance.plan.queries.beside import statuses_of  # noqa: PLC0415 - needs Django
    from answerable.governance.plan.queries.versions import version_row  # noqa: PLC0415 - needs Django
    from answerable.kernel.errors import NotFound  # noqa: PLC0415 - needs Django

    at = clock.now()
    standing = queries.standing_of(options.version) if options.version else queries.in_force(at=at)
    if standing is None:
        raise NotFound("There is no such version, or no plan is in force.")
    if options.out.suffix == ".docx":
        statuses = statuses_of(MACHINE, standing.version_id, at=at)
        options.out.write_bytes(paper_of(standing.document, statuses, settings.LANGUAGE_CODE))
    else:
        row = version_row(MACHINE, standing.version_id)
        options.out.write_text(row.text, encoding="utf-8")
    _say(str(options.out))
    return 0
