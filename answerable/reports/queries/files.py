"""The files of a paper: what went out, as it lies there; what a draft would look like, set now."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.reports.layouts.at_hand import fonts_in, notices_on
from answerable.reports.layouts.document import Form, Rendered
from answerable.reports.layouts.rendering import FORMS, render
from answerable.reports.models import Paper
from answerable.reports.queries.content import document_of, wording
from answerable.reports.queries.door import paper_for
from answerable.reports.queries.templates import content_of, kept_bytes
from answerable.reports.rules.told import Told
from answerable.reports.templates_of_the_body.filling import fill


def rendered(row: Paper, form: Form) -> Rendered:
    """Set a paper as it stands in a form, with the fonts of the system and the body's own; DOCX by its own template."""
    document, fonts = document_of(row, site=settings.PUBLIC_ADDRESS), fonts_in(_fonts())
    if form == "docx" and row.layout is not None:
        return fill(content_of(row.layout), document, fonts=fonts)
    return render(document, form, fonts=fonts)


def font_notices(row: Paper) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """Say what stands in for faces that are not at hand, and which signs of the words the PDF cannot print."""
    return notices_on(document_of(row), wording(row), fonts_in(_fonts()))


def _fonts() -> Path:
    return Path(settings.DATA) / "fonts"


def file_of(actor: Actor, paper: int, form: str) -> Rendered:
    """Give the file of a paper: the bytes that went out where it did in this form, else the paper set now."""
    row = paper_for(actor, paper)
    if form not in FORMS:
        raise NotFound(_("There is no such form."), _("Choose one from the page of the paper."))
    sent = row.files.filter(form=form).first()
    if sent is None:
        return rendered(row, form)  # type: ignore[arg-type]
    return Rendered(kept_bytes(sent.stored, sent.sha256), sent.media_type, sent.name)
