"""Changes a plan file where it stands: every other line, blank and comment stays as its writer left it."""

from collections.abc import Mapping, Sequence
from typing import Any

from answerable.governance.plan.rules.document import Place
from answerable.governance.plan.rules.reasons import Problem
from answerable.governance.plan.rules.tree import BadTree, Node, Spot, read_tree, tidy
from answerable.governance.plan.rules.writing import clause_lines, flow

FILE = "plan.yaml"


class _Page:
    """A text with its tree, and the splices to be made in it, from the end to the beginning."""

    def __init__(self, text: str) -> None:
        self.text = tidy(text)
        self.root = read_tree(self.text, FILE)
        self.starts = [0]
        for line in self.text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def offset(self, spot: Spot) -> int:
        return min(self.starts[min(spot[0], len(self.starts) - 1)] + spot[1], len(self.text))

    def splice(self, begin: Spot, end: Spot, new: str) -> str:
        """Put a new text in the place of an old one, keeping the line end that a block text swallows."""
        first, last = self.offset(begin), self.offset(end)
        old = self.text[first:last]
        tail = old[len(old.rstrip()) :] if old.strip() else ""
        gap = " " if first and self.text[first - 1] == ":" else ""
        return self.text[:first] + gap + new + tail + self.text[last:]

    def line_end(self, spot: Spot) -> int:
        """Give the offset just after the line in which a node ends."""
        offset = self.offset(spot)
        if spot[1] == 0 and offset:
            return offset
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1


def set_field(text: str, path: Sequence[str], value: Any) -> str:
    """Set one field of a thing, `path` being section, id and field; a clause is found in its list by its id."""
    page = _Page(text)
    node = _found(page.root, path[:-1])
    return _set(page, node, path[-1], value)


def _set(page: _Page, node: Node, key: str, value: Any) -> str:
    old = node.get(key)
    if old is not None:
        return page.splice(old.begin, old.end, flow(value))
    if node.flow:
        offset = page.offset(node.end) - 1
        before = page.text[:offset].rstrip()
        comma = "" if before.endswith(("{", ",")) else ", "
        return before + comma + f"{key}: {flow(value)}" + page.text[offset:]
    column = next(iter(node.keys.values()))[1] if node.keys else 2
    end = page.line_end(node.end)
    line_break = "" if page.text[:end].endswith("\n") else "\n"
    return page.text[:end] + f"{line_break}{' ' * column}{key}: {flow(value)}\n" + page.text[end:]


def drop_field(text: str, path: Sequence[str]) -> str:
    """Take one field out of a thing, with its line where it has one of its own."""
    page = _Page(text)
    node = _found(page.root, path[:-1])
    old = node.get(path[-1])
    if old is None:
        return page.text
    first, last = page.offset(node.keys[path[-1]]), page.offset(old.end)
    if node.flow:
        after = page.text[last:].lstrip()
        if after.startswith(","):
            return page.text[:first] + after[1:].lstrip()
        before = page.text[:first].rstrip().removesuffix(",")
        return before + page.text[last:]
    begin = page.text.rfind("\n", 0, first) + 1
    if page.text[begin:first].strip():  # the field shares its line with the dash of its list
        return page.splice(old.begin, old.end, '""')
    return page.text[:begin] + page.text[page.line_end(old.end) :]


def put_thing(text: str, section: str, key: str, record: Mapping[str, Any]) -> str:
    """Put a thing into its section: in the place of the one with its id, or as the last one."""
    page = _Page(text)
    shelf = page.root.get(section)
    if shelf is None or (shelf.kind == "text" and not shelf.text):
        return _with_section(page, shelf, section, [f"  {key}: {flow(record)}"])
    if key in shelf.table:
        old = shelf.table[key]
        return page.splice(old.begin, old.end, flow(record))
    return _set(page, shelf, key, record)


def _with_section(page: _Page, shelf: Node | None, section: str, lines: Sequence[str]) -> str:
    if shelf is not None:  # the section is there and empty
        row, _column = page.root.keys[section]
        end = min(page.starts[row + 1], len(page.text))
        line_break = "" if page.text[:end].endswith("\n") else "\n"
        return page.text[:end] + line_break + "\n".join(lines) + "\n" + page.text[end:]
    gap = "" if page.text.endswith("\n") or not page.text else "\n"
    return f"{page.text}{gap}\n{section}:\n" + "\n".join(lines) + "\n"


def drop_thing(text: str, section: str, key: str) -> str:
    """Take a thing out of its section, with its lines; a clause is found by its id."""
    page = _Page(text)
    shelf = page.root.get(section)
    if shelf is None:
        return page.text
    if shelf.kind == "row":
        return _without_item(page, shelf, key)
    old = shelf.get(key)
    if old is None:
        return page.text
    if shelf.flow:
        return drop_field(page.text, (section, key))
    begin = page.text.rfind("\n", 0, page.offset(shelf.keys[key])) + 1
    return page.text[:begin] + page.text[page.line_end(old.end) :]


def _without_item(page: _Page, shelf: Node, key: str) -> str:
    node = _clause(shelf, key)
    if node is None:
        return page.text
    begin = page.text.rfind("\n", 0, page.offset(node.begin)) + 1
    return page.text[:begin] + page.text[page.line_end(node.end) :]


def add_clause(text: str, record: Mapping[str, Any], *, after: str = "") -> str:
    """Add a clause behind another one, or as the last."""
    page = _Page(text)
    shelf = page.root.get("clauses")
    lines = clause_lines(record)
    if shelf is None or not shelf.items:
        return _with_section(page, shelf, "clauses", lines)
    if shelf.flow:
        raise BadTree(Problem("clauses_on_one_line", Place(FILE, shelf.line)))
    node = _clause(shelf, after) or shelf.items[-1]
    end = page.line_end(node.end)
    indent = " " * shelf.begin[1]
    block = "\n".join(indent + line[2:] for line in lines) + "\n"
    line_break = "" if page.text[:end].endswith("\n") else "\n"
    return page.text[:end] + line_break + block + page.text[end:]


def _clause(shelf: Node, key: str) -> Node | None:
    for item in shelf.items:
        own = item.get("id")
        if own is not None and own.text == key:
            return item
    return None


def _found(root: Node, path: Sequence[str]) -> Node:
    node: Node | None = root
    for key in path:
        if node is None:
            break
        node = _clause(node, key) if node.kind == "row" else node.get(key)
    if node is None or node.kind != "table":
        raise BadTree(Problem("no_such_thing", Place(FILE, 1), ":".join(path)))
    return node
