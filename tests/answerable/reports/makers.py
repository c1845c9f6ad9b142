"""A desk where papers are made: a bureau with its cast, a plan that asks for a quarterly paper, and its gate."""

from datetime import UTC, date, datetime, timedelta

from answerable.office.people.rules import PostKind
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.office.review.rules import Gate, GateStep
from answerable.reports import actions
from answerable.reports.models import Paper
from tests.answerable.governance.duties.makers import DUTIES, make_town, opened
from tests.answerable.office.people.makers import actor_of, make_member

#: The quarter's contact opens the filing in March; papers are written a week later.
AT = datetime(2026, 3, 9, 4, tzinfo=UTC)
LATER = AT + timedelta(hours=3)
PAPER_DUTIES = {
    **DUTIES,
    "d-quarter": DUTIES["d-quarter"].replace("ladder: std}", "ladder: std, doc: {paper: quarter}}"),
}


class Desk:
    """Ada of the office writes, Greta of the office checks, Boris signs; Chen is a department's contact."""

    def __init__(self):
        self.town = make_town(duties=PAPER_DUTIES)
        self.run = opened(self.town)
        self.unit = self.town.body.pk
        self.ada, self.boris, self.chen = (
            self.town.actor(person, AT) for person in (self.town.ada, self.town.boris, self.town.chen)
        )
        self.greta = actor_of(make_member("Greta", PostKind.OFFICE, self.town.body), AT)
        step = GateStep("check", {"en": "Check", "zh": "核稿"}, "", ("facts",))
        review.adopt_gates([Gate("g-document", {"en": "Check of a document"}, (step,))], by=self.boris, at=AT)

    def make(self, kind="quarter", *, by=None, at=AT, **changes):
        """Make a draft of the first quarter; gives its id."""
        fields = {
            "kind": kind,
            "language": "en",
            "begin": date(2026, 1, 1),
            "end": date(2026, 3, 31),
            "unit": self.unit,
            **changes,
        }
        return actions.make(actions.Asked(**fields), by=by or self.ada, at=at)

    def check(self, paper, *, by=None, at=LATER):
        """Read a paper that was handed in, tick everything, and pass its step."""
        found = reviews.review_of(f"paper:{paper}")
        reader = by or self.greta
        review.note_reading(found.id, by=reader, at=at)
        step = reviews.review_page(reader, found.id, at=at).current
        review.pass_step(found.id, found.content_hash, step.checks, "", by=reader, at=at)

    def sign(self, paper, *, at=LATER):
        """Let a paper pass its gate, and sign it."""
        actions.hand_in(paper, by=self.ada, at=at)
        self.check(paper, at=at)
        actions.sign(paper, Paper.objects.get(pk=paper).text_hash, by=self.boris, at=at)

    def send(self, paper, *, at=LATER):
        """Sign a paper and send it."""
        self.sign(paper, at=at)
        return actions.send(paper, "By the document exchange", by=self.ada, at=at)
