"""From the text of a plan file to a plan, with every problem named by its line. Nothing raises but BadTree."""

from dataclasses import dataclass, replace
from typing import Any

from answerable.governance.plan.rules import document as d
from answerable.governance.plan.rules.entries import ID, LANGUAGES, Entries, Packs, Readers
from answerable.governance.plan.rules.linking import linked, stricter
from answerable.governance.plan.rules.reasons import Problem, Weight
from answerable.governance.plan.rules.tree import BadTree, Node, plain, read_tree

TOP = frozenset(
    {
        "plan",
        "packs",
        "params",
        "posts",
        "ladders",
        "headings",
        "clauses",
        "duties",
        "rules",
        "gates",
        "checks",
        "procs",
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and what is wrong with it; no document where the text is no plan at all."""

    document: d.PlanDocument | None
    problems: tuple[Problem, ...] = ()


def read_plan(text: str, packs: Packs | None = None, *, file: str = "plan.yaml") -> Reading:
    """Read a plan file. `packs` are the rule packs at hand: id -> their parameters."""
    try:
        root = read_tree(text, file)
    except BadTree as bad:
        return Reading(None, (bad.problem,))
    if root.kind != "table":
        return Reading(None, (Problem("no_table", d.Place(file, root.line)),))
    work = Work(file, packs or {})
    return Reading(work.plan(root), tuple(work.problems))


@dataclass
class Work(Entries):
    """One walk over a plan file, section by section."""

    def plan(self, root: Node) -> d.PlanDocument:
        top = self.known(root, TOP)
        head = top.get("plan")
        if head is None:
            self.wrong("no_head", root)
        self.lines["plan"] = self.place(head or root)
        facts = self.head(head) if head is not None else {}
        packs = self.words(top["packs"], "packs") if "packs" in top else ()
        if "packs" in top:
            self.lines["packs"] = self.place(top["packs"])
        self.take_packs(packs, top.get("packs"))
        self.params.update(self.shelf(top, "params", "param", self.parameter))
        clauses = self.clauses(top.get("clauses"))
        made = d.PlanDocument(
            id=facts.get("id", ""),
            version=facts.get("version", ""),
            effective=facts.get("effective"),
            calendar=facts.get("calendar", ""),
            zone=facts.get("zone", ""),
            title=facts.get("title", {}),
            source=facts.get("source", d.Source()),
            packs=packs,
            params=self.params,
            posts=self.shelf(top, "posts", "post", self.post),
            ladders=self.shelf(top, "ladders", "ladder", self.ladder),
            headings=self.headings(top.get("headings")),
            clauses=clauses,
            duties=self.shelf(top, "duties", "duty", self.duty),
            rules=self.shelf(top, "rules", "rule", self.rule),
            gates=self.shelf(top, "gates", "gate", self.gate),
            checks=self.shelf(top, "checks", "check", self.check),
            procs=self.shelf(top, "procs", "proc", self.proc),
            lines=self.lines,
            uses={},
        )
        return linked(replace(made, uses={key: tuple(things) for key, things in self.uses.items()}))

    def head(self, node: Node) -> dict[str, Any]:
        readers: Readers = {
            "id": self.word,
            "version": self.word,
            "effective": self.day,
            "calendar": self.word,
            "zone": self.word,
            "title": self.names,
            "source": self.source,
            "supersedes": self.word,
        }
        return self.fields(node, readers, "plan")

    def source(self, node: Node, thing: str) -> d.Source:
        facts = self.fields(node, {"doc_no": self.word, "file": self.word, "sha256": self.word}, thing)
        facts.pop("names")
        return d.Source(**facts)

    def take_packs(self, packs: tuple[str, ...], node: Node | None) -> None:
        for key in packs:
            if key not in self.packs:
                if node is not None:
                    self.wrong("unknown_pack", node, "packs", id=key)
                continue
            for name, figure in self.packs[key].items():
                before = self.params.get(name)
                self.params[name] = figure if before is None else stricter(before, figure)

    def parameter(self, node: Node, key: str, thing: str) -> d.Parameter:
        """Read a figure: bare, or with its source; one that a pack brings keeps the pack's names and its bound."""
        before = self.params.get(key, d.Parameter(key, None))
        if node.kind != "table" or "value" not in node.table:
            made = replace(
                before, value=plain(node), source="", article="", certainty="", checked="", pack=""
            )
        else:
            readers: Readers = {
                "value": lambda inner, _thing: plain(inner),
                "source": self.word,
                "article": self.word,
                "certainty": self.word,
                "checked": self.word,
                "bound": self.word,
            }
            facts = self.fields(node, readers, thing)
            names = facts.pop("names") or before.names
            made = d.Parameter(key, names=names, **{"bound": before.bound, **facts})
        if before.bound and stricter(before, made) is before and made.value != before.value:
            details = {"id": key, "own": made.value, "law": before.value, "source": before.source}
            self.problems.append(
                Problem("looser_than_pack", self.place(node), thing, details, Weight.WARNING)
            )
            return before
        return made

    def post(self, node: Node, key: str, thing: str) -> d.PlanPost:
        readers: Readers = {"unit": self.word, "backup": self.word, "kind": self.word}
        return d.PlanPost(key, **self.fields(node, readers, thing))

    def ladder(self, node: Node, key: str, thing: str) -> d.PlanLadder:
        names: d.Names = {}
        rows = node
        if node.kind == "table":
            names = self.fields(node, {"rungs": lambda _node, _thing: None}, thing)["names"]
            rows = node.table.get("rungs", node)
        if rows.kind != "row":
            self.wrong("row_wanted", rows, thing)
            return d.PlanLadder(key, names)
        return d.PlanLadder(key, names, tuple(self.rung(item, thing) for item in rows.items))

    def rung(self, node: Node, thing: str) -> d.PlanRung:
        facts = self.fields(node, {"at": self.word, "to": self.words, "do": self.word}, thing)
        return d.PlanRung(facts.get("at", ""), facts.get("to", ()), facts.get("do", ""))

    def headings(self, node: Node | None) -> dict[str, str]:
        if node is None:
            return {}
        self.lines["headings"] = self.place(node)
        return {key: self.raw(value, "headings") for key, value in node.table.items()}

    def clauses(self, node: Node | None) -> tuple[d.Clause, ...]:
        if node is None or (node.kind == "text" and not node.text):
            return ()
        if node.kind != "row":
            self.wrong("row_wanted", node, "clauses")
            return ()
        found = [clause for item in node.items if (clause := self.clause(item)) is not None]
        return tuple(found)

    def clause(self, node: Node) -> d.Clause | None:
        own = node.table.get("id")
        key = own.text or "" if own else ""
        thing = f"clause:{key}"
        if not key or not ID.fullmatch(key):
            self.wrong("odd_id", node, "clause", id=key)
            return None
        if thing in self.lines:
            self.wrong("clause_twice", node, thing, id=key, first=self.lines[thing].line)
            return None
        self.lines[thing] = self.place(node)
        readers: Readers = {
            "id": self.word,
            "ref": self.raw,
            "text": self.raw,
            "gives": self.words,
            "none": self.raw,
            "basis": self.raw,
            "forbids": self.words,
            "title": self.names,
            "hash": self.word,
        }
        facts = self.fields(node, readers, thing)
        title = facts.pop("title", {})
        kept = facts.pop("hash", "")
        names = {**facts.pop("names"), **title}
        facts.setdefault("ref", "")
        text = facts.setdefault("text", "")
        hash_ = d.text_hash(text)
        if kept and not hash_.startswith(kept):
            self.wrong("text_differs", node, thing)
        return d.Clause(**facts, hash=hash_, names=names)

    def raw(self, node: Node, thing: str) -> str:
        """Read words of the written plan: a dollar sign in them is a dollar sign."""
        if node.text is None:
            self.wrong("text_wanted", node, thing)
        return node.text or ""

    def duty(self, node: Node, key: str, thing: str) -> d.Duty:
        text, table = self.word, self.settings
        readers: Readers = {
            "owner": text,
            "rrule": text,
            "only": text,
            "due": self.due,
            "to": text,
            "accept_by": text,
            "sign": text,
            "evidence": self.words,
            "nothing_found_ok": self.yes,
            "ladder": text,
            "lead": text,
            "measure": table,
            "draw": table,
            "doc": table,
            "note": self.names,
        }
        return d.Duty(key, **self.fields(node, readers, thing))

    def due(self, node: Node, thing: str) -> d.Due:
        if node.kind == "text":
            return d.Due(self.word(node, thing))
        facts = self.fields(node, {"at": self.word, "roll": self.word}, thing)
        return d.Due(facts.get("at", ""), facts.get("roll", "prev"))

    def rule(self, node: Node, key: str, thing: str) -> d.PlanRule:
        readers: Readers = {
            "on": self.word,
            "stages": self.stages,
            "start": self.word,
            "ladder": self.word,
            "extend": self.extension,
            "pause": self.words,
        }
        return d.PlanRule(key, **self.fields(node, readers, thing))

    def stages(self, node: Node, thing: str) -> tuple[d.PlanStage, ...]:
        if node.kind != "row":
            self.wrong("row_wanted", node, thing)
            return ()
        return tuple(self.stage(item, thing) for item in node.items)

    def stage(self, node: Node, thing: str) -> d.PlanStage:
        readers: Readers = {
            "in": self.word,
            "every": self.word,
            "at": self.word,
            "do": self.word,
            "by": self.words,
            "to": self.word,
            "until": self.word,
            "min_people": self.count,
            "not": self.word,
        }
        facts = self.fields(node, readers, thing)
        facts.pop("names")
        facts["in_"], facts["not_same"] = facts.pop("in", ""), facts.pop("not", "")
        return d.PlanStage(**{"do": "", **facts})

    def extension(self, node: Node, thing: str) -> d.PlanExtension:
        facts = self.fields(node, {"to": self.word, "approver": self.word, "tell_asker": self.yes}, thing)
        return d.PlanExtension(facts.get("to", ""), facts.get("approver", ""), facts.get("tell_asker", False))

    def gate(self, node: Node, key: str, thing: str) -> d.PlanGate:
        own: Readers = {
            "steps": self.steps,
            "proofs": self.count,
            "distinct": self.yes,
            "require": self.words,
            "by": self.word,
            "extends": self.word,
            "unit": self.word,
        }
        others = {
            name: self.value for name in node.table if name not in own and name not in (*LANGUAGES, "name")
        }
        facts = self.fields(node, {**own, **others}, thing)
        settings = {name: facts.pop(name) for name in others}
        return d.PlanGate(key, settings=settings, **facts)

    def steps(self, node: Node, thing: str) -> tuple[d.PlanStep, ...]:
        if node.kind != "row":
            self.wrong("row_wanted", node, thing)
            return ()
        made = []
        for number, item in enumerate(node.items, 1):
            facts = self.fields(item, {"key": self.word, "checks": self.words, "by": self.word}, thing)
            made.append(d.PlanStep(facts.pop("key", f"step-{number}"), **facts))
        return tuple(made)

    def check(self, node: Node, key: str, thing: str) -> d.PlanCheck:
        found = self.settings(node, thing)
        names = {name: str(found.pop(name)) for name in LANGUAGES if name in found}
        return d.PlanCheck(key, names, settings=found)

    def proc(self, node: Node, key: str, thing: str) -> d.PlanProc:
        found = self.settings(node, thing)
        names = {name: str(found.pop(name)) for name in LANGUAGES if name in found}
        steps = found.pop("steps", [])
        return d.PlanProc(
            key,
            names,
            trigger=str(found.pop("trigger", "")),
            steps=tuple(str(step) for step in steps) if isinstance(steps, list) else (str(steps),),
            settings=found,
        )
