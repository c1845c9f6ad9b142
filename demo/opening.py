"""Opens the made-up town in an installation: its bureau, its cast, its sources and its two weeks of news."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from answerable.kernel.actor import MACHINE
from answerable.listening.sources import actions as sources
from answerable.listening.sources.actions.claiming import Claim
from answerable.listening.sources.actions.gaps import close_gap
from answerable.listening.sources.actions.keeping import Draft
from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.kinds.exchange import Document, Reading
from answerable.listening.sources.kinds.settings import settings_from
from answerable.listening.sources.models import Source
from answerable.listening.sources.rules.outcomes import Harvest
from answerable.office.people import actions as people
from answerable.office.people.actions.accounts import AccountDraft
from answerable.office.people.actions.holdings import HoldingDraft
from answerable.office.people.actions.units import PersonDraft, PostDraft, UnitDraft
from answerable.office.people.models import Account, Person, Unit
from answerable.office.people.rules import HoldingKind, PostKind, Role
from demo.news import Piece
from demo.press import TYPES, WRITERS, address_of
from demo.town import CAST, ILL, POSTS, SOURCES, UNITS, TownSource

#: What the cast types to sign in. It is printed at the start; the demo listens on this machine alone.
PASSWORD = "yunting-demo-2026"  # noqa: S105 - made up for a made-up town
#: The town's words for how the press serves a source, and the kinds that read them.
KIND_OF_FORM = {"rss": "feed", "atom": "feed", "rdf": "feed", "json": "json_feed", "sitemap": "news_sitemap"}


def open_house(at: datetime) -> None:
    """Make the bureau: units, posts, people, holdings, accounts."""
    who: dict[str, Any] = {"by": MACHINE, "at": at}
    begins_on = (at - timedelta(days=200)).date()
    units: dict[str, Unit] = {}
    for unit in UNITS:
        parent = units[unit.parent].pk if unit.parent else None
        draft = UnitDraft(
            unit.code, f"{unit.zh} {unit.en}", short_name=unit.en, document_code=unit.document_code
        )
        units[unit.code] = people.add_unit(draft, parent=parent, **who)
    persons: dict[str, Person] = {}
    for citizen in CAST:
        if not citizen.role:
            persons[citizen.login] = people.add_person(PersonDraft(citizen.name), **who)
        person = persons.get(citizen.login)
        account = people.make_account(
            AccountDraft(citizen.login, person.pk if person else None, Role(citizen.role)), **who
        )
        account.set_password(PASSWORD)
        account.save()
    for post in POSTS:
        made = people.add_post(
            PostDraft(post.code, f"{post.zh} {post.en}", PostKind(post.kind), units[post.unit].pk), **who
        )
        held = [(post.holder, HoldingKind.MAIN), (post.backup, HoldingKind.BACKUP)]
        for login, kind in held:
            if login:
                people.hold_post(HoldingDraft(made.pk, persons[login].pk, kind, begins_on), **who)


def is_open() -> bool:
    """Say whether the town has been opened here before."""
    return Account.objects.filter(username=CAST[0].login).exists()


class Newsroom:
    """Takes in the town's sources and hands their pieces to the application as polls that were made in time."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.ids: dict[str, int] = {}

    def take_in(self, at: datetime) -> None:
        """Add every source, owned by its unit, as the office would."""
        units = dict(Unit.objects.values_list("code", "pk"))
        for source in SOURCES:
            self.ids[source.slug] = sources.add_source(
                self._draft(source, units[source.owner]), by=MACHINE, at=at
            )

    def _draft(self, source: TownSource, unit: int) -> Draft:
        return Draft(
            kind=KIND_OF_FORM[source.form],
            address=address_of(source, self.root),
            owner_unit=unit,
            name=source.name,
            publication=source.publication,
            language=source.language,
            region="云汀" if source.language == "zh" else "Yunting",
            fixed_interval=60,
        )

    def publish(self, slug: str, rows: list[tuple[Piece, bool]], at: datetime, *, ill_from: datetime) -> None:
        """Let one source be polled at `at`, when it shows what it had published by then."""
        if slug == ILL and at >= ill_from:
            self._poll(slug, Harvest(code="server_failed", details={"status": 503}, status=503), at)
            return
        shown = [piece.as_of(at) for piece, _edited in rows]
        self._poll(slug, Harvest(reading=self._read(slug, shown, at), status=200), at)

    def store(self, slug: str, rows: list[tuple[Piece, bool]], at: datetime) -> None:
        """Take in what one source published on an old day, without the polls that nobody asks for any more."""
        reading = self._read(slug, [piece.as_of(at) for piece, _edited in rows], at)
        with transaction.atomic():
            row = Source.objects.get(pk=self.ids[slug])
            sources.store_entries(row, list(reading.items), catch_up=False, braked=False, at=at)
            # Heard from here on: what a source does not say counts as its silence, which is what is ordinary.
            close_gap(row, at=at)
            Source.objects.filter(pk=row.pk).update(heard_at=at, polled_at=at, last_item_at=at)

    def _read(self, slug: str, pieces: list[Piece], at: datetime) -> Reading:
        source = next(source for source in SOURCES if source.slug == slug)
        row = Source.objects.get(pk=self.ids[slug])
        text = WRITERS[source.form](source, pieces, self.root)
        document = Document(text.encode(), row.address, {"content-type": TYPES[source.form]})
        kind = KINDS[row.kind]
        settings = settings_from(kind.settings_type, {**row.settings, "address": row.address})
        return kind.read(document, settings, row.memory, at)

    def _poll(self, slug: str, harvest: Harvest, at: datetime) -> None:
        lease = f"town:{slug}"
        with transaction.atomic():
            Source.objects.filter(pk=self.ids[slug]).update(
                lease=lease, leased_until=at + timedelta(minutes=5)
            )
            row = Source.objects.get(pk=self.ids[slug])
            claim = Claim(
                source=row.pk,
                lease=lease,
                kind=row.kind,
                settings=row.settings,
                secrets={},
                memory=row.memory,
                unconditional=False,
                due_at=at,
            )
            sources.end_poll(claim, harvest, began_at=at, spread=0.0, at=at)

    def go_live(self, at: datetime) -> None:
        """Let the workers poll every source from now on."""
        Source.objects.exclude(next_poll_at=None).update(next_poll_at=at, leased_until=None, lease="")
