"""A person's words: kept passage by passage, each time they pause; two who write at once are told."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Moved, NotFound
from answerable.kernel.trail.actions import record
from answerable.reports.actions.editions import keep_edition
from answerable.reports.actions.making import need_draft
from answerable.reports.models import Paper, Passage
from answerable.reports.queries.content import kept_of
from answerable.reports.queries.door import paper_to_write
from answerable.reports.queries.templates import layouts_for
from answerable.reports.rules.passages import rewritten, tidy
from answerable.reports.rules.states import MOVES, Move, State


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a paper."""

    title: str
    addressee: str = ""
    copies: str = ""
    signer: str = ""
    official: bool = False
    urgency: str = ""
    #: The version of the body's own template that sets its Word file; none: the layout of the house.
    layout: int | None = None


def rewrite(passage: int, words: str, *, edition: int, by: Actor, at: datetime) -> int:
    """Keep a person's words of a passage; gives its new edition. The machine's own words given back undo it."""
    with transaction.atomic():
        found, row = _passage(passage, by)
        now = rewritten(kept_of(found), words)
        if tidy(words) == tidy(kept_of(found).words) and found.edition == edition:
            return edition
        changes = {
            "own": now.own,
            "own_from": now.own_from,
            "own_by": by.name,
            "own_at": at,
            "drafted": False,
        }
        same = Passage.objects.filter(pk=found.pk, edition=edition)
        if not same.update(**changes, edition=edition + 1):
            raise Moved(
                _("%(name)s has changed this passage since you opened it.") % {"name": found.own_by},
                _("Yours is still on this page: copy it, load the page again, and put the two together."),
            )
        _note(row, "written", by=by, at=at)
        record("reports.rewrite", f"paper:{row.pk}", by=by, at=at, passage=found.key)
    return edition + 1


def use_machine_words(passage: int, *, by: Actor, at: datetime) -> int:
    """Give a passage back to the machine; what the person wrote stays in the editions. Gives the paper."""
    with transaction.atomic():
        found, row = _passage(passage, by)
        keep_edition(row, "before_machine", by=by, at=at)
        if found.gone:
            found.delete()
        else:
            Passage.objects.filter(pk=found.pk).update(
                own=None, own_from="", drafted=False, edition=found.edition + 1
            )
        _note(row, "machine", by=by, at=at)
        record("reports.use_machine_words", f"paper:{row.pk}", by=by, at=at, passage=found.key)
    return row.pk


def take_over(passage: int, *, by: Actor, at: datetime) -> int:
    """Take one's words for good as they stand, against what the machine says now, or a model's draft as one's own."""
    with transaction.atomic():
        found, row = _passage(passage, by)
        Passage.objects.filter(pk=found.pk).update(
            own_from=found.machine, own_by=by.name, own_at=at, drafted=False, edition=found.edition + 1
        )
        _note(row, "taken_over", by=by, at=at)
        record("reports.take_over", f"paper:{row.pk}", by=by, at=at, passage=found.key)
    return row.pk


def keep_head(paper: int, head: Head, *, by: Actor, at: datetime) -> None:
    """Keep title, addressee, copies, signer, urgency and by which template it is set."""
    with transaction.atomic():
        row = Paper.objects.select_for_update().get(pk=paper_to_write(by, paper).pk)
        need_draft(row)
        if head.layout is not None and head.layout not in dict(layouts_for(row)):
            raise NotFound(_("No such template serves this paper."), _("Choose one from the list."))
        Paper.objects.filter(pk=row.pk).update(
            title=head.title[:300],
            addressee=head.addressee[:200],
            copies=head.copies[:400],
            signer=head.signer[:100],
            official=head.official,
            urgency=head.urgency[:10],
            layout=head.layout,
        )
        _note(row, "head", by=by, at=at)
        record("reports.keep_head", f"paper:{row.pk}", by=by, at=at)


def drop(paper: int, *, by: Actor, at: datetime) -> None:
    """Put a draft away; it made no number and went to nobody. One that made itself does not come again."""
    with transaction.atomic():
        row = paper_to_write(by, paper)
        MOVES.make(Paper.objects.filter(pk=row.pk), State(row.state), Move.DROP, changed_at=at)
        record("reports.drop", f"paper:{row.pk}", by=by, at=at)


def _passage(passage: int, by: Actor) -> tuple[Passage, Paper]:
    found = Passage.objects.filter(pk=passage).first()
    if found is None:
        raise NotFound(_("There is no such passage."), _("Load the page again."))
    row = paper_to_write(by, found.paper_id)
    locked = Paper.objects.select_for_update().get(pk=row.pk)
    need_draft(locked)
    return Passage.objects.select_for_update().get(pk=passage), locked


def _note(row: Paper, why: str, *, by: Actor, at: datetime) -> None:
    authors = sorted({*row.authors, *([by.person] if by.person else [])})
    Paper.objects.filter(pk=row.pk).update(authors=authors, changed_at=at)
    keep_edition(row, why, by=by, at=at)
