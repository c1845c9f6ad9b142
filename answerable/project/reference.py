"""Reference pages made from the code: settings, verbs of the command line, states. A test says when one is stale."""

import argparse
import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

from django.apps import apps

from answerable.kernel.moves import Moves
from answerable.project import settings, signin
from answerable.project.cli import VERBS

MADE = "<!-- Made from the code by `./do docs --reference`; edit the code, not this page. -->"
_SETTING = re.compile(r"^(ANSWERABLE_\w+)\s{1,}(.+)$")
_STORYSTREAM = """
`storystream` is a command of its own:

- `storystream group < items.jsonl > stories.jsonl`: a JSON object a line in, with `id`, `title`, `text`,
  `published_at`, `source`, `language` (the last three optional); out, in the same order, `id`, `story`, `fold`, `why`.
- `storystream watch < counts.jsonl`: reads `series`, `at`, `count`, writes signals.
"""


def settings_told() -> dict[str, str]:
    """Give every setting with what its module's own words say of it."""
    told: dict[str, str] = {}
    for module in (settings, signin):
        name = ""
        for line in (module.__doc__ or "").splitlines():
            found = _SETTING.match(line)
            if found:
                name = found[1]
                told[name] = found[2].strip()
            elif name and line.startswith("    "):
                told[name] += " " + line.strip()
            else:
                name = ""
    return told


def settings_page() -> str:
    """Write the page of settings."""
    rows = [f"| `{name}` | {_cell(words)} |" for name, words in sorted(settings_told().items())]
    head = (
        "# Settings\n\nFrom the environment of the process; `deploy/environment.example` is a file to begin with.\n"
        "What holds a secret may be given as a file where a name ends in `_FILE`.\n\n"
        "| name | what it says |\n| --- | --- |"
    )
    return "\n".join([head, *rows, "", MADE, ""])


def commands_page() -> str:
    """Write the page of the command line: every verb with its arguments."""
    parts = ["# Command line\n\nIn a checkout `./do VERB`; installed, `answerable VERB`.\n"]
    for verb in VERBS:
        parser = argparse.ArgumentParser(prog=f"answerable {verb.name}", add_help=False)
        importlib.import_module(verb.module).add_arguments(parser)
        parts.append(f"## {verb.name}\n\n{_sentence(verb.help)}\n")
        rows = list(_arguments(parser, verb.name))
        if rows:
            parts.append("\n".join(["| | |", "| --- | --- |", *rows]) + "\n")
    return "\n".join([*parts, _STORYSTREAM.strip(), "", MADE, ""])


def _arguments(parser: argparse.ArgumentParser, before: str) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            told = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for name, inner in action.choices.items():
                yield f"| **`{before} {name}`** | {_cell(told.get(name, ''))} |"
                yield from (row for row in _arguments(inner, f"{before} {name}") if "--help" not in row)
            continue
        metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
        takes = f" {metavar}" if action.nargs != 0 else ""
        names = ", ".join(action.option_strings) + takes if action.option_strings else metavar
        words = (action.help or "") % {"default": action.default, "prog": parser.prog}
        yield f"| `{names}` | {_cell(words)} |"


def tables_of_states() -> dict[str, list[tuple[str, Moves]]]:
    """Give each room's tables of states, each with what its states are."""
    found: dict[str, list[tuple[str, Moves]]] = {}
    for config in apps.get_app_configs():
        if not config.name.startswith("answerable."):
            continue
        for module in _rules_of(config.name):
            for thing in vars(module).values():
                if (
                    isinstance(thing, Moves)
                    and type(next(iter(thing.table))[0]).__module__ == module.__name__
                ):
                    words = (type(next(iter(thing.table))[0]).__doc__ or "").splitlines()[0]
                    found.setdefault(config.name.removeprefix("answerable."), []).append((words, thing))
    return found


def _rules_of(room: str) -> Iterator[ModuleType]:
    package = importlib.util.find_spec(f"{room}.rules")
    if package is None:
        return
    yield importlib.import_module(f"{room}.rules")
    for folder in package.submodule_search_locations or ():
        for path in sorted(Path(folder).glob("*.py")):
            if path.stem != "__init__":
                yield importlib.import_module(f"{room}.rules.{path.stem}")


def states_page() -> str:
    """Write the page of states: what leads from where to where, as buttons, clocks and tests read it."""
    parts = [
        (
            "# States\n\nWhat a thing can be, and what leads on. Pages draw their buttons from these tables, and "
            "nothing\ngoes a way that is not in them.\n"
        )
    ]
    for room, tables in sorted(tables_of_states().items()):
        parts.append(f"## {room.replace('.', ', ').replace('_', ' ')}\n")
        for words, moves in tables:
            rows = [f"| `{a}` | `{by}` | `{b}` |" for (a, by), b in moves.table.items()]
            parts.append(
                "\n".join([f"**{words}**\n", "| from | move | to |", "| --- | --- | --- |", *rows]) + "\n"
            )
    return "\n".join([*parts, MADE, ""])


#: Each page below docs/reference, and what writes it.
PAGES: dict[str, Callable[[], str]] = {
    "settings.md": settings_page,
    "command-line.md": commands_page,
    "states.md": states_page,
}


def write(folder: Path) -> list[str]:
    """Write the pages that differ from the code; give their names."""
    changed = []
    for name, page in PAGES.items():
        text = page()
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(name)
    return changed


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|").replace("<", "&lt;")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")
