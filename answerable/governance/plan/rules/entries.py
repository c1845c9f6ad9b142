"""Reads single entries of a plan file: texts with figures filled in, rows, dates, tables with known keys."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeVar

from answerable.governance.plan.rules import document as d
from answerable.governance.plan.rules.reasons import Problem
from answerable.governance.plan.rules.tree import Node, plain

Thing = TypeVar("Thing")
Packs = Mapping[str, Mapping[str, d.Parameter]]
#: One reader for each key of a table.
Readers = Mapping[str, Callable[[Node, str], Any]]

LANGUAGES = ("zh", "en")
#: Ids are typed by people and stand in addresses.
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")
_PARAMETER = re.compile(r"\$([a-z][a-z0-9_]*)")
_LIMIT_GAP = re.compile(r"^(\d+(?:\.\d+)?)\s+(h|wh|wd|cd)\b")


@dataclass
class Entries:
    """One walk over the tree."""

    file: str
    packs: Packs
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, d.Place] = field(default_factory=dict)
    params: dict[str, d.Parameter] = field(default_factory=dict)
    uses: dict[str, dict[str, None]] = field(default_factory=dict)

    def place(self, node: Node) -> d.Place:
        return d.Place(self.file, node.line)

    def wrong(self, code: str, node: Node, thing: str = "", **details: object) -> None:
        self.problems.append(Problem(code, self.place(node), thing, details))

    # Small readings

    def word(self, node: Node, thing: str = "") -> str:
        """Read one text with the figures filled in."""
        if node.text is None:
            self.wrong("text_wanted", node, thing)
            return ""
        filled = _PARAMETER.sub(lambda found: self.figure(found.group(1), node, thing), node.text)
        return _LIMIT_GAP.sub(r"\1\2", filled.strip()) if filled != node.text else filled

    def figure(self, key: str, node: Node, thing: str) -> str:
        found = self.params.get(key)
        if found is None:
            self.wrong("unknown_param", node, thing, id=key)
            return f"${key}"
        self.uses.setdefault(key, {})[thing] = None
        return str(found.value)

    def words(self, node: Node, thing: str = "") -> tuple[str, ...]:
        """Read a row of texts, or one text as a row of one."""
        if node.kind == "text":
            return (self.word(node, thing),) if node.text else ()
        if node.kind == "table":
            self.wrong("row_wanted", node, thing)
            return ()
        return tuple(self.word(item, thing) for item in node.items)

    def value(self, node: Node, thing: str = "") -> Any:
        """Read anything, figures filled in: a text that is nothing but a figure keeps its kind."""
        if node.kind == "row":
            return [self.value(item, thing) for item in node.items]
        if node.kind == "table":
            return {key: self.value(inner, thing) for key, inner in node.table.items()}
        whole = _PARAMETER.fullmatch(node.text or "")
        if whole and whole.group(1) in self.params:
            self.uses.setdefault(whole.group(1), {})[thing] = None
            return self.params[whole.group(1)].value
        return self.word(node, thing) if "$" in (node.text or "") else plain(node)

    def settings(self, node: Node, thing: str = "") -> dict[str, object]:
        found = self.value(node, thing)
        if isinstance(found, dict):
            return found
        return {str(found): True} if isinstance(found, str) and found else {}

    def yes(self, node: Node, thing: str = "") -> bool:
        if node.text not in ("true", "false"):
            self.wrong("yes_no", node, thing)
        return node.text == "true"

    def count(self, node: Node, thing: str = "") -> int:
        text = self.word(node, thing)
        if not text.isascii() or not text.isdigit() or len(text) > 4:
            self.wrong("number_wanted", node, thing, said=text)
            return 0
        return int(text)

    def names(self, node: Node, thing: str = "") -> d.Names:
        if node.kind == "text":
            return {"zh": node.text or "", "en": node.text or ""} if node.text else {}
        return {key: value.text or "" for key, value in node.table.items() if key in LANGUAGES}

    def day(self, node: Node, thing: str = "") -> date | None:
        text = node.text or ""
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.wrong("no_date", node, thing, said=text)
            return None

    # Tables

    def known(self, node: Node, keys: frozenset[str], thing: str = "") -> Mapping[str, Node]:
        """Give a table's entries, naming the keys that nobody reads."""
        if node.kind != "table":
            self.wrong("table_wanted", node, thing)
            return {}
        for key, spot in node.keys.items():
            if key not in keys:
                place = d.Place(self.file, spot[0] + 1)
                self.problems.append(
                    Problem("unknown_key", place, thing, {"key": key, "near": _near(key, keys)})
                )
        return node.table

    def fields(self, node: Node, readers: Readers, thing: str) -> dict[str, Any]:
        """Read a table by one reader for each key; language keys are its names."""
        table = self.known(node, frozenset(readers) | {*LANGUAGES, "name"}, thing)
        found = {key: readers[key](value, thing) for key, value in table.items() if key in readers}
        names = {key: value.text or "" for key, value in table.items() if key in LANGUAGES}
        if "name" in table and "name" not in readers:
            names = {**names, **self.names(table["name"], thing)}
        return {**found, "names": names}

    def shelf(
        self, root: Mapping[str, Node], section: str, kind: str, make: Callable[[Node, str, str], Thing]
    ) -> dict[str, Thing]:
        """Read a section: id -> thing."""
        node = root.get(section)
        if node is None or (node.kind == "text" and not node.text):
            return {}
        if node.kind != "table":
            self.wrong("table_wanted", node, section)
            return {}
        found = {}
        for key, value in node.table.items():
            thing = f"{kind}:{key}"
            self.lines[thing] = d.Place(self.file, node.keys[key][0] + 1)
            if not ID.fullmatch(key):
                self.wrong("odd_id", value, thing, id=key)
            found[key] = make(value, key, thing)
        return found


def _near(key: str, keys: frozenset[str]) -> str:
    """Find the key that was probably meant."""
    found = get_close_matches(key, sorted(keys), n=1)
    return found[0] if found else ""
