"""The body's own templates: the list, one with its versions, and which of them a paper may be set with."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.files.storage import default_storage
from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.reports.kinds import KINDS
from answerable.reports.models import OwnTemplate, OwnTemplateVersion, Paper
from answerable.reports.rules.templates import TEMPLATE_MOVES, TemplateMove, TemplateState, serves
from answerable.reports.rules.told import Told
from answerable.reports.templates_of_the_body.example import MEANINGS

KEEP = "templates.keep"
#: Versions of one template that its page lists; older ones are kept and not looked at any more.
VERSIONS = 50


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One template in the list."""

    id: int
    name: str
    kinds: tuple[Told, ...]
    language: str
    in_use: OwnTemplateVersion | None
    newest: OwnTemplateVersion


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version, how many papers are set with it, and what may be done with it."""

    version: OwnTemplateVersion
    papers: int
    moves: tuple[TemplateMove, ...]


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """Everything of the page of one template; places are those of its newest version."""

    row: TemplateRow
    template: OwnTemplate
    versions: tuple[VersionRow, ...]
    places: tuple[tuple[str, Told], ...]
    lacking: tuple[tuple[str, Told], ...]


def templates(actor: Actor) -> "QuerySet[OwnTemplate]":
    """Give the templates in the order of their names, with their versions, to who keeps them."""
    actor.need(KEEP)
    return OwnTemplate.objects.prefetch_related(Prefetch("versions"))


def row_of(template: OwnTemplate) -> TemplateRow:
    """Give a template as the list shows it."""
    versions = list(template.versions.all())
    used = next((one for one in versions if one.state == TemplateState.IN_USE), None)
    kinds = tuple(KINDS[key].about.name for key in template.kinds if key in KINDS)
    return TemplateRow(template.pk, template.name, kinds, template.language, used, versions[0])


def template_for(actor: Actor, template: int) -> OwnTemplate:
    """Give one template to who keeps them."""
    found = templates(actor).filter(pk=template).first()
    if found is None:
        raise NotFound(_("There is no such template."), _("Look at the list of templates."))
    return found


def version_for(actor: Actor, version: int) -> OwnTemplateVersion:
    """Give one version of a template to who keeps them."""
    actor.need(KEEP)
    found = OwnTemplateVersion.objects.select_related("template").filter(pk=version).first()
    if found is None:
        raise NotFound(_("There is no such version."), _("Look at the page of the template."))
    return found


def template_page(actor: Actor, template: int) -> TemplatePage:
    """Show one template with its versions."""
    found = template_for(actor, template)
    row = row_of(found)
    versions = found.versions.annotate(used_by=Count("papers"))[:VERSIONS]
    there = set(row.newest.places)
    return TemplatePage(
        row,
        found,
        tuple(
            VersionRow(one, one.used_by, TEMPLATE_MOVES.open_to(TemplateState(one.state))) for one in versions
        ),
        tuple((name, told) for name, told in MEANINGS.items() if name in there),
        tuple((name, told) for name, told in MEANINGS.items() if name not in there),
    )


def layouts_for(row: Paper) -> Sequence[tuple[int, str]]:
    """List the versions in use that serve a paper, and the one that it has, whatever became of that."""
    used = OwnTemplateVersion.objects.filter(state=TemplateState.IN_USE).select_related("template")
    fitting = [
        one
        for one in used.order_by("template__name")
        if serves(one.template.kinds, one.template.language, row.kind, row.language)
    ]
    found = [(one.pk, named(one)) for one in fitting]
    if row.layout is not None and row.layout_id not in {one.pk for one in fitting}:
        found.append((row.layout.pk, named(row.layout)))
    return found


def named(version: OwnTemplateVersion) -> str:
    """Name a version as menus and papers do."""
    words = {"name": version.template.name, "number": version.number}
    if version.state == TemplateState.IN_USE:
        return _("%(name)s, version %(number)s") % words
    return _("%(name)s, version %(number)s, not in use any more") % words


def content_of(version: OwnTemplateVersion) -> bytes:
    """Give the bytes of a version as they were handed in."""
    return kept_bytes(version.stored, version.sha256)


def kept_bytes(stored: str, sha256: str) -> bytes:
    """Read a file that was kept under its hash; refuse one that is not what it was."""
    with default_storage.open(stored, "rb") as kept:
        content: bytes = kept.read()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Anticipated(
            _("The file that lies here is not the one that was kept: its hash differs."),
            _("Restore the media from a backup; `answerable verify` names every such file."),
        )
    return content
