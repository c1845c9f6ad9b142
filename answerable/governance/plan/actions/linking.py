"""Changes made on the page: what a clause gives rise to, one duty, the head; the rest of the file stays as it is."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.plan.actions.drafting import change, draft_row, store
from answerable.governance.plan.queries.standing import packs_at_hand
from answerable.governance.plan.queries.versions import KEEP
from answerable.governance.plan.rules.document import text_hash
from answerable.governance.plan.rules.editing import add_clause, drop_field, drop_thing, put_thing, set_field
from answerable.governance.plan.rules.matching import next_id
from answerable.governance.plan.rules.reader import read_plan
from answerable.governance.plan.rules.writing import duty_record
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Moved
from answerable.kernel.trail.actions import record


def link(
    version: int, clause: str, gives: Sequence[str], none: str, *, seen: str, by: Actor, at: datetime
) -> str:
    """Say what a clause gives rise to, or why it gives rise to nothing. Gives the new hash."""

    def edit(text: str) -> str:
        for field, value in (("gives", list(gives)), ("none", none.strip())):
            path = ("clauses", clause, field)
            text = set_field(text, path, value) if value else drop_field(text, path)
        return text

    return change(version, edit, seen=seen, by=by, at=at)


def put_duty(
    version: int, key: str, record_: Mapping[str, Any], clause: str, *, seen: str, by: Actor, at: datetime
) -> str:
    """Add or change one duty, and let a clause give rise to it. Gives the new hash."""

    def edit(text: str) -> str:
        text = _duty_put(text, key, record_)
        document = read_plan(text).document
        known = document.clause(clause) if document is not None and clause else None
        thing = f"duty:{key}"
        if known is not None and thing not in known.gives:
            text = set_field(text, ("clauses", clause, "gives"), [*known.gives, thing])
            text = drop_field(text, ("clauses", clause, "none"))
        return text

    return change(version, edit, seen=seen, by=by, at=at)


def _duty_put(text: str, key: str, wanted: Mapping[str, Any]) -> str:
    """Write only what differs: a figure such as $train_hours stays a figure unless somebody typed another value."""
    document = read_plan(text, packs_at_hand()).document
    known = document.duties.get(key) if document is not None else None
    if known is None:
        return put_thing(text, "duties", key, wanted)
    before = duty_record(known)
    for field, value in wanted.items():
        if before.get(field) != value:
            text = set_field(text, ("duties", key, field), value)
    for field in before:
        if field not in wanted:
            text = drop_field(text, ("duties", key, field))
    return text


def drop_duty(version: int, key: str, *, seen: str, by: Actor, at: datetime) -> str:
    """Take a duty out, and out of every clause that gives rise to it. Gives the new hash."""

    def edit(text: str) -> str:
        document = read_plan(text).document
        text = drop_thing(text, "duties", key)
        for clause in document.clauses_of(f"duty:{key}") if document is not None else ():
            left = [given for given in clause.gives if given != f"duty:{key}"]
            path = ("clauses", clause.id, "gives")
            text = set_field(text, path, left) if left else drop_field(text, path)
        return text

    return change(version, edit, seen=seen, by=by, at=at)


def drop_clause(version: int, clause: str, *, seen: str, by: Actor, at: datetime) -> str:
    """Take a clause out, as when the written document no longer has it. Gives the new hash."""
    return change(version, lambda text: drop_thing(text, "clauses", clause), seen=seen, by=by, at=at)


def add_sentence(version: int, sentence: str, *, seen: str, by: Actor, at: datetime) -> str:
    """Make a clause of a sentence of the written document, `sentence` being its hash. Gives the new clause's id."""
    by.need(KEEP)
    with transaction.atomic():
        row = draft_row(version, seen)
        document = read_plan(row.text).document
        words = {text_hash(text): (ref, text) for ref, text in row.sentences}
        if document is None or sentence not in words:
            raise Moved(_("The written document has no such sentence any more."), _("Load the page again."))
        key = next_id({clause.id for clause in document.clauses})
        ref, text = words[sentence]
        order = [text_hash(said) for _ref, said in row.sentences]
        earlier = order[: order.index(sentence)]
        behind = [clause.id for clause in document.clauses if clause.hash in earlier]
        new = {"id": key, "ref": ref, "text": text}
        store(row, add_clause(row.text, new, after=behind[-1] if behind else ""), by=by, at=at)
        record("plan.add_sentence", f"plan:{version}", by=by, at=at, clause=key, ref=ref)
    return key


def set_head(version: int, fields: Mapping[str, Any], *, seen: str, by: Actor, at: datetime) -> str:
    """Change the head of the plan: version, day, calendar, zone, title. Gives the new hash."""

    def edit(text: str) -> str:
        for field, value in fields.items():
            text = set_field(text, ("plan", field), value)
        return text

    return change(version, edit, seen=seen, by=by, at=at)
