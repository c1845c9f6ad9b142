"""The body's own templates: handed in, looked at apart, put into use, retired."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.reports.models import OwnTemplate, OwnTemplateVersion
from answerable.reports.queries.templates import KEEP, template_for, version_for
from answerable.reports.rules.templates import TEMPLATE_MOVES, TemplateMove, TemplateState
from answerable.reports.templates_of_the_body.apart import read_template
from answerable.reports.templates_of_the_body.refusals import Reason


@dataclass(frozen=True, slots=True)
class Serving:
    """What a template is called, and which papers it serves; no kinds: all, no language: both."""

    name: str
    kinds: tuple[str, ...] = ()
    language: str = ""


class FileRefused(Anticipated):
    """A file that is no template, with every reason against it."""

    def __init__(self, reasons: tuple[Reason, ...]) -> None:
        super().__init__(" ".join(map(str, reasons)), reasons[0].next_step)
        self.reasons = reasons


def add_template(serving: Serving, name: str, content: bytes, *, by: Actor, at: datetime) -> int:
    """Keep a new template with its first version, which waits to be put into use; gives its id."""
    by.need(KEEP)
    places = _looked_through(content)
    try:
        with transaction.atomic():
            made = OwnTemplate.objects.create(
                name=serving.name, kinds=list(serving.kinds), language=serving.language, made_at=at
            )
            _keep(made, name, content, places, by=by, at=at)
    except IntegrityError as there:
        raise Anticipated(
            _("There is a template of that name."),
            _("Hand the file in as its next version, or give it another name."),
        ) from there
    return made.pk


def add_version(template: int, name: str, content: bytes, *, by: Actor, at: datetime) -> int:
    """Keep the next version of a template, which waits to be put into use; gives its id."""
    by.need(KEEP)
    places = _looked_through(content)
    with transaction.atomic():
        row = OwnTemplate.objects.select_for_update().get(pk=template_for(by, template).pk)
        same = row.versions.filter(sha256=hashlib.sha256(content).hexdigest()).first()
        if same is not None:
            raise Anticipated(
                _("This very file is version %(number)s already.") % {"number": same.number},
                _("Put that one into use, or choose the file that you changed."),
            )
        return _keep(row, name, content, places, by=by, at=at)


def _looked_through(content: bytes) -> tuple[str, ...]:
    found = read_template(content)
    if found.reasons:
        raise FileRefused(found.reasons)
    return found.names


def _keep(
    row: OwnTemplate, name: str, content: bytes, places: tuple[str, ...], *, by: Actor, at: datetime
) -> int:
    """Keep the bytes under their hash; nothing of the name is used as one."""
    digest = hashlib.sha256(content).hexdigest()
    place = f"templates/{digest[:2]}/{digest}"
    if not default_storage.exists(place):
        place = default_storage.save(place, ContentFile(content))
    number = (row.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    made = OwnTemplateVersion.objects.create(
        template=row,
        number=number,
        file_name=name[-200:],
        stored=place,
        size=len(content),
        sha256=digest,
        places=list(places),
        uploaded_at=at,
        uploaded_by=by.name,
        changed_at=at,
        changed_by=by.name,
    )
    record("reports.add_template", f"template:{row.pk}", by=by, at=at, version=number, sha256=digest)
    return made.pk


def change_serving(template: int, serving: Serving, *, by: Actor, at: datetime) -> None:
    """Keep what a template is called and which papers it serves; papers that have it keep it."""
    with transaction.atomic():
        row = template_for(by, template)
        if OwnTemplate.objects.exclude(pk=row.pk).filter(name=serving.name).exists():
            raise Anticipated(_("There is a template of that name."), _("Give it another name."))
        row.name, row.kinds, row.language = serving.name, list(serving.kinds), serving.language
        row.save(update_fields=["name", "kinds", "language"])
        record("reports.change_template", f"template:{row.pk}", by=by, at=at, name=serving.name)


def move_version(version: int, move: TemplateMove, *, by: Actor, at: datetime) -> int:
    """Put a version into use, which retires the one before, or retire it; gives the template."""
    with transaction.atomic():
        row = version_for(by, version)
        OwnTemplate.objects.select_for_update().get(pk=row.template_id)
        if move is TemplateMove.PUT_INTO_USE:
            row.template.versions.filter(state=TemplateState.IN_USE).update(
                state=TemplateState.RETIRED, changed_at=at, changed_by=by.name
            )
        TEMPLATE_MOVES.make(
            OwnTemplateVersion.objects.filter(pk=row.pk),
            TemplateState(row.state),
            move,
            changed_at=at,
            changed_by=by.name,
        )
        record(f"reports.template_{move}", f"template:{row.template_id}", by=by, at=at, version=row.number)
    return row.template_id
