"""The command line: `answerable VERB`, and `./do VERB` in a checkout."""

import argparse
import importlib
import os
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: what it does in one line, and the module that does it (`add_arguments`, `run`)."""

    name: str
    help: str
    module: str
    django: bool = False


#: In the order in which a newcomer needs them. A module is imported only when its verb is asked for.
VERBS = (
    Verb(
        "demo",
        "run the made-up town: web and worker, everything in one folder",
        "answerable.project.verbs.demo",
        True,
    ),
    Verb(
        "serve",
        "run with production settings: web and worker, supervised",
        "answerable.project.verbs.serve",
        True,
    ),
    Verb("web", "run the web server alone", "answerable.project.verbs.web", True),
    Verb("worker", "run one worker alone", "answerable.project.verbs.worker", True),
    Verb(
        "setup",
        "make or bring up to date the database and static files",
        "answerable.project.verbs.setup",
        True,
    ),
    Verb("account", "make an account or give it a new password", "answerable.project.verbs.account", True),
    Verb("backup", "make a backup while it runs, and try it", "answerable.project.verbs.backup", True),
    Verb("restore", "put a backup back", "answerable.project.verbs.restore", True),
    Verb("verify", "check backups, or the running database", "answerable.project.verbs.verify", True),
    Verb("doctor", "say what is well, what is not, and what to do", "answerable.project.verbs.doctor", True),
    Verb(
        "upgrade", "back up, try, and bring the database up to date", "answerable.project.verbs.upgrade", True
    ),
    Verb("trail", "verify the trail of acts, or publish its head", "answerable.project.verbs.trail", True),
    Verb("reindex", "make the texts for search anew", "answerable.project.verbs.reindex", True),
    Verb("move", "move everything between SQLite and PostgreSQL", "answerable.project.verbs.move", True),
    Verb(
        "read",
        "read one feed or page as a source would, print JSON",
        "answerable.listening.sources.reading.command",
    ),
    Verb(
        "plan",
        "import, lint, preview, compare, apply and export the plan",
        "answerable.project.verbs.plan",
        True,
    ),
    Verb(
        "paper", "list kinds of papers, make a draft, write a paper", "answerable.project.verbs.paper", True
    ),
    Verb(
        "publish",
        "write the public answers into a folder, for any web server",
        "answerable.response.answers_site.publishing.command",
        True,
    ),
    Verb("shell", "open a Python prompt with the application loaded", "answerable.project.verbs.shell", True),
    Verb(
        "test",
        "run every test, on SQLite and on PostgreSQL, with browser journeys",
        "answerable.project.verbs.test",
    ),
    Verb(
        "check",
        "run every gate and every test, as the continuous integration does",
        "answerable.project.verbs.check",
    ),
    Verb(
        "battery", "run hostile input, faults, kills and the soak whole", "answerable.project.verbs.battery"
    ),
    Verb("bench", "measure quality and speed beside peers", "answerable.project.verbs.bench"),
    Verb("fonts", "check the fonts that papers are printed with", "answerable.project.verbs.fonts"),
    Verb("docs", "build the documentation", "answerable.project.verbs.docs"),
    Verb("lock", "bring the hashed lock files up to date", "answerable.project.verbs.lock"),
)


def _overview() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="answerable",
        description="Hear early. Answer openly. Be answerable.",
        epilog="answerable VERB --help tells more about one verb.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs")
    for verb in VERBS:
        verbs.add_parser(verb.name, help=verb.help, add_help=False)
    verbs.add_parser("help", help="show this page", add_help=False)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one verb; give its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    overview = _overview()
    if not given or given[0] in ("help", "-h", "--help"):
        overview.print_help()
        return 0
    verb = next((verb for verb in VERBS if verb.name == given[0]), None)
    if verb is None:
        overview.error(f"there is no verb {given[0]!r}; `answerable help` lists them")
    if verb.django:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.project.settings")
    module = importlib.import_module(verb.module)
    parser = argparse.ArgumentParser(prog=f"answerable {verb.name}", description=module.__doc__)
    module.add_arguments(parser)
    options = parser.parse_args(given[1:])
    return int(module.run(options) or 0)


if __name__ == "__main__":
    sys.exit(main())
