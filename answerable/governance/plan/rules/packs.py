"""Rule packs: the figures of a jurisdiction, each with its source and how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from answerable.governance.plan.rules.document import Names, Parameter, Place, PlanDocument
from answerable.governance.plan.rules.entries import Readers
from answerable.governance.plan.rules.reader import Work
from answerable.governance.plan.rules.reasons import Problem
from answerable.governance.plan.rules.tree import BadTree, Node, read_tree

#: How a figure was checked: statute read in full, page of a public body, press or mirror copy, common knowledge.
CERTAINTIES = ("L", "G", "M", "K")


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack: where it applies, its figures, and where its texts were found."""

    id: str
    version: str
    names: Names
    jurisdiction: str
    note: Names
    params: Mapping[str, Parameter]
    #: The clocks, ladders and gates that hold where a house has no plan yet; most packs bring none.
    start: PlanDocument


@dataclass(frozen=True, slots=True)
class PackReading:
    """What was read of a pack, and what is wrong with it."""

    pack: Pack | None
    problems: tuple[Problem, ...] = ()


def read_pack(text: str, file: str) -> PackReading:
    """Read a pack file; a figure without source, certainty or day of checking is a problem."""
    try:
        root = read_tree(text, file)
    except BadTree as bad:
        return PackReading(None, (bad.problem,))
    work = Work(file, {})
    top = work.known(root, frozenset({"pack", "params", "ladders", "rules", "gates"}))
    head = top.get("pack")
    if head is None:
        return PackReading(None, (Problem("no_pack", Place(file, root.line)),))
    readers: Readers = {
        "id": work.word, "version": work.word, "jurisdiction": work.word, "note": work.names, "title": work.names
    }  # fmt: skip
    facts = work.fields(head, readers, "pack")
    params = work.shelf(top, "params", "param", work.parameter)
    _check(params, work, top)
    key = facts.get("id", "")
    params = {name: replace(one, pack=key) for name, one in params.items()}
    work.params.update(params)
    start = PlanDocument(
        id=key,
        version=facts.get("version", ""),
        effective=None,
        calendar="",
        zone="",
        title=facts.get("title", {}),
        params=params,
        ladders=work.shelf(top, "ladders", "ladder", work.ladder),
        rules=work.shelf(top, "rules", "rule", work.rule),
        gates=work.shelf(top, "gates", "gate", work.gate),
        lines=work.lines,
    )
    pack = Pack(
        key, start.version, start.title, facts.get("jurisdiction", ""), facts.get("note", {}), params, start
    )
    return PackReading(pack, tuple(work.problems))


def _check(params: Mapping[str, Parameter], work: Work, top: Mapping[str, Node]) -> None:
    for key, one in params.items():
        node = top["params"].table[key]
        if not one.source:
            work.wrong("pack_no_source", node, f"param:{key}", id=key)
        if one.certainty not in CERTAINTIES:
            work.wrong("pack_no_certainty", node, f"param:{key}", id=key)
        if not _is_day(one.checked):
            work.wrong("pack_no_day", node, f"param:{key}", id=key)
        if not {"zh", "en"} <= set(one.names):
            work.wrong("pack_no_names", node, f"param:{key}", id=key)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def as_record(params: Mapping[str, Parameter]) -> dict[str, dict[str, object]]:
    """Give figures as plain JSON, to be kept with a version."""
    return {
        key: {
            "value": one.value,
            "names": dict(one.names),
            "source": one.source,
            "article": one.article,
            "certainty": one.certainty,
            "checked": one.checked,
            "pack": one.pack,
            "bound": one.bound,
        }
        for key, one in params.items()
    }


def from_record(record: Mapping[str, Mapping[str, object]]) -> dict[str, Parameter]:
    """Give figures back from the JSON kept with a version."""
    return {key: Parameter(key, **one) for key, one in record.items()}  # type: ignore[arg-type] # JSON of as_record
