"""Reads YAML as a tree of texts that know their place. Nothing is guessed: `on`, `17:30` and `no` stay words.

YAML's own guessing makes `on` a truth value and 17:30 the number 1050, and its anchors let a page of text
unfold into gigabytes; so texts are taken as written, and anchors, tags and second documents are refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from answerable.governance.plan.rules.document import Place
from answerable.governance.plan.rules.reasons import Problem

#: A plan of two hundred clauses in two languages takes 120 KB; nothing honest is ten times that.
MOST_BYTES = 1_000_000
#: A plan file nests five deep.
MOST_DEEP = 12
MOST_NODES = 60_000
#: What a person can't see or an editor would turn into line ends of its own.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")

Spot = tuple[int, int]
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class BadTree(Exception):
    """The text is no plan file at all: one problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Node:
    """A text, a row of nodes or a table of them; `begin` and `end` are line and column counted from nought."""

    begin: Spot
    end: Spot
    text: str | None = None
    items: tuple["Node", ...] = ()
    table: Mapping[str, "Node"] = field(default_factory=dict)
    keys: Mapping[str, Spot] = field(default_factory=dict)
    kind: str = "text"
    quoted: bool = False
    flow: bool = False

    @property
    def line(self) -> int:
        """The line on which it begins, counted from one."""
        return self.begin[0] + 1

    def get(self, key: str) -> "Node | None":
        """Give what stands under a key."""
        return self.table.get(key)


def tidy(text: str) -> str:
    """Give a text with one kind of line end and no mark of byte order."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_tree(text: str, file: str) -> Node:
    """Read a text as one tree, or raise BadTree."""
    text = tidy(text)
    _refuse_odd(text, file)
    try:
        return _Builder(iter(yaml.parse(text, Loader=_LOADER)), file).document()
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        said = str(wrong.problem or wrong.context or "")
        raise BadTree(
            Problem("not_yaml", Place(file, mark.line + 1 if mark else 1), "", {"said": said})
        ) from None
    except yaml.YAMLError as wrong:
        raise BadTree(Problem("not_yaml", Place(file, 1), "", {"said": str(wrong)[:200]})) from None


def _refuse_odd(text: str, file: str) -> None:
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise BadTree(Problem("too_large", Place(file, 1), "", {"most": MOST_BYTES // 1000}))
    if odd := UNSEEN.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        raise BadTree(Problem("unseen_sign", Place(file, line), "", {"sign": f"U+{ord(odd.group()):04X}"}))


class _Builder:
    """Builds the tree from the events of the parser, and stops at the first thing that a plan must not hold."""

    def __init__(self, events: Iterator[Any], file: str) -> None:
        self.events, self.file, self.nodes = events, file, 0

    def document(self) -> Node:
        next(self.events)
        first = next(self.events)
        if isinstance(first, yaml.StreamEndEvent):
            raise BadTree(Problem("empty", Place(self.file, 1)))
        root = self.node(next(self.events), 0)
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            self.refuse("two_documents", after)
        return root

    def refuse(self, code: str, event: Any, **details: object) -> None:
        raise BadTree(Problem(code, Place(self.file, event.start_mark.line + 1), "", details))

    def node(self, event: Any, depth: int) -> Node:
        self.nodes += 1
        if depth > MOST_DEEP or self.nodes > MOST_NODES:
            self.refuse("too_deep", event)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.refuse("anchor", event)
        if event.tag is not None and not (isinstance(event, yaml.ScalarEvent) and event.tag == "!"):
            self.refuse("tag", event, tag=event.tag)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.row(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self.rows_by_key(event, depth)
        return Node(
            _spot(event.start_mark), _spot(event.end_mark), text=event.value, quoted=bool(event.style)
        )

    def row(self, event: Any, depth: int) -> Node:
        items: list[Node] = []
        while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(inner, depth + 1))
        end = _spot(inner.end_mark) if event.flow_style or not items else items[-1].end
        return Node(_spot(event.start_mark), end, items=tuple(items), kind="row", flow=bool(event.flow_style))

    def rows_by_key(self, event: Any, depth: int) -> Node:
        table: dict[str, Node] = {}
        keys: dict[str, Spot] = {}
        end = _spot(event.start_mark)
        while not isinstance(inner := next(self.events), yaml.MappingEndEvent):
            key = self.node(inner, depth + 1)
            if key.text is None:
                self.refuse("odd_key", inner)
            elif key.text in table:
                self.refuse("twice", inner, key=key.text, first=keys[key.text][0] + 1)
            else:
                keys[key.text] = key.begin
                table[key.text] = value = self.node(next(self.events), depth + 1)
                end = max(end, key.end, value.end)
        if event.flow_style:
            end = _spot(inner.end_mark)
        return Node(
            _spot(event.start_mark), end, table=table, keys=keys, kind="table", flow=bool(event.flow_style)
        )


def _spot(mark: Any) -> Spot:
    return (mark.line, mark.column)


_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,10})?")


def plain(node: Node) -> Any:
    """Give a node as plain values: unquoted figures become numbers, true and false truth values, all else text."""
    if node.kind == "row":
        return [plain(item) for item in node.items]
    if node.kind == "table":
        return {key: plain(value) for key, value in node.table.items()}
    text = node.text or ""
    if node.quoted:
        return text
    if text in ("true", "false"):
        return text == "true"
    if number := _NUMBER.fullmatch(text):
        return float(text) if number.group(2) else int(text)
    return text
