"""Plans, Word files and a house with everybody in place, for the tests of this room and of those above it."""

import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from answerable.governance.plan import actions
from answerable.governance.plan.models import PlanVersion
from answerable.governance.plan.packs import shipped_packs
from answerable.governance.plan.rules.reader import read_plan
from answerable.governance.plan.shipped import shipped_plans
from answerable.kernel.actor import Actor
from answerable.office.people.models import Account, Unit
from answerable.office.people.rules import HoldingKind, PostKind
from tests.answerable.office.people.makers import (
    actor_of,
    make_account,
    make_holding,
    make_person,
    make_post,
    make_unit,
)

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
PACKS = {key: pack.params for key, pack in shipped_packs().items()}

#: A whole plan of a few lines, with nothing wrong in it.
SMALL = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")


def make_plan(text=SMALL, **changes):
    """A plan as a document; `changes` put one text in the place of another: make_plan(old="new")."""
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return read_plan(text, PACKS)


@dataclass
class House:
    """A body with units, and the cast: Ada writes plans, Boris and Emil may approve them, Chen and Dana read."""

    top: Unit
    units: dict[str, Unit]
    ada: Account
    boris: Account
    chen: Account
    dana: Account
    emil: Account

    def actor(self, who, at=NOON) -> Actor:
        """Somebody of the cast as they may act now."""
        return actor_of(getattr(self, who), at)


def make_house(codes=("office", "supply", "oversight")) -> House:
    """A house in which every post of the shipped bureau plan has a holder and a backup."""
    top = make_unit(code="bureau", name="Bureau")
    units = {code: make_unit(top, code=code, name=code.title()) for code in codes}
    cast = {name: make_person(name=name.title()) for name in ("ada", "boris", "chen", "dana", "emil")}
    wanted = [
        ("P-LEAD", PostKind.LEAD, top, "boris", "emil"),
        ("P-DEP", PostKind.LEAD, top, "emil", "boris"),
        ("P-MEMB", PostKind.LEAD, top, "emil", "boris"),
        ("P-SPOK", PostKind.SPOKESPERSON, top, "emil", "ada"),
        ("P-COMM", PostKind.OFFICE, units["office"], "ada", "chen"),
        ("P-EDIT", PostKind.KEEPER, units["office"], "chen", "ada"),
        ("P-INSP", PostKind.INSPECTOR, units["oversight"], "dana", "boris"),
        ("P-OVER", PostKind.OVERSIGHT, units["oversight"], "dana", "boris"),
    ]
    for code, unit in units.items():
        wanted.append((f"P-DEPT-{code}", PostKind.LIAISON, unit, "chen", "ada"))
        wanted.append((f"P-LIAI-{code}", PostKind.LIAISON, unit, "chen", "ada"))
    for code, kind, unit, holder, backup in wanted:
        post = make_post(unit, kind, code=code, title=code)
        make_holding(post, cast[holder])
        make_holding(post, cast[backup], HoldingKind.BACKUP)
    return House(top, units, **{name: make_account(name, person) for name, person in cast.items()})


def make_version(house, text=None, *, at=NOON) -> PlanVersion:
    """A draft of Ada's with a text: the shipped bureau plan where none is given."""
    text = shipped_plans()["district-bureau"] if text is None else text
    return PlanVersion.objects.get(pk=actions.start_draft(text, by=house.actor("ada"), at=at))


def make_plan_in_force(house, text=None, *, at=NOON) -> PlanVersion:
    """A version written by Ada, approved by Boris, and in force."""
    version = make_version(house, text, at=at)
    actions.propose(version.pk, seen=version.sha256, by=house.actor("ada"), at=at)
    actions.approve(version.pk, seen=version.sha256, by=house.actor("boris"), at=at)
    actions.put_in_force(version.pk, by=house.actor("boris"), at=at)
    version.refresh_from_db()
    return version


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def make_docx(*paragraphs, parts=None, body=""):
    """A Word file with these paragraphs; a tuple is (text, list id, level), to be numbered by the program."""
    rows = []
    for one in paragraphs:
        text, key, level = one if isinstance(one, tuple) else (one, None, 0)
        numbers = (
            f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr></w:pPr>'
            if key
            else ""
        )
        rows.append(f"<w:p>{numbers}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>")
    document = f'<w:document xmlns:w="{W}"><w:body>{"".join(rows)}{body}</w:body></w:document>'
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": document,
        **(parts or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def day(text):
    """A date written as 2026-05-01."""
    return date.fromisoformat(text)
